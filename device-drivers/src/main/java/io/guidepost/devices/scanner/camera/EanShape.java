package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.Symbology;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How the symbols of the EAN/UPC family are laid out (ISO/IEC 15420): their length in modules,
 * where their digits and guards lie, and how each looks, sharp and out of focus.
 */
enum EanShape {
    /** EAN-13, and UPC-A, which is an EAN-13 that begins with zero. */
    EAN_13(Symbology.EAN_13, 95, 60, 12, 6),
    EAN_8(Symbology.EAN_8, 67, 44, 8, 4),
    UPC_E(Symbology.UPC_E, 51, 34, 6, 6);

    /** Widths of space, bar, space, bar of the digits in set A. */
    private static final String[] WIDTHS = {
        "3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112"
    };

    /** How far out of focus: radius of the disc that a point becomes, modules. */
    static final double[] BLURS = {0.6, 1.0, 1.35, 1.7, 2.05};

    /** Light samples a module. */
    static final int FINE = 2;

    /** Modules outside a digit or guard that are looked at too, on each side. */
    static final int BESIDE = 1;

    /** Looks of a digit: set A, then set B, each 0 to 9. */
    static final int LOOKS = 20;

    private static final List<float[]> LEFT = new ArrayList<>();
    private static final List<float[]> RIGHT = new ArrayList<>();
    private static final Map<EanShape, List<List<Guard>>> GUARDS = new EnumMap<>(EanShape.class);

    static {
        for (double blur : BLURS) {
            float[][] left = new float[LOOKS][];
            float[][] right = new float[LOOKS][];
            for (int digit = 0; digit < 10; digit++) {
                String a = modules(WIDTHS[digit]);
                String b = new StringBuilder(inverted(a)).reverse().toString();
                left[digit] = look("0" + a + "1", blur);
                left[10 + digit] = look("0" + b + "1", blur);
                right[digit] = look("1" + inverted(a) + "0", blur);
                right[10 + digit] = look("1" + inverted(b) + "0", blur);
            }
            LEFT.add(table(left));
            RIGHT.add(table(right));
        }
        for (EanShape shape : values()) {
            GUARDS.put(shape, IntStream.range(0, BLURS.length).mapToObj(shape::drawn).toList());
        }
    }

    private final Symbology symbology;
    private final int modules;
    private final int edges;
    private final int digits;
    private final int leftDigits;

    EanShape(Symbology symbology, int modules, int edges, int digits, int leftDigits) {
        this.symbology = symbology;
        this.modules = modules;
        this.edges = edges;
        this.digits = digits;
        this.leftDigits = leftDigits;
    }

    Symbology symbology() {
        return symbology;
    }

    int modules() {
        return modules;
    }

    int edges() {
        return edges;
    }

    int digits() {
        return digits;
    }

    int leftDigits() {
        return leftDigits;
    }

    /** The module where a digit begins. */
    int begin(int digit) {
        return 3 + digit * 7 + (digit < leftDigits ? 0 : 5);
    }

    /**
     * The looks of a digit: the brightness of its modules and their neighbours. On the left sets A
     * and B; on the right C, which is A inverted, and B inverted, which is what set A becomes there
     * when the code stands on its head. The first values of all looks, then the second ones, and so
     * on.
     */
    float[] looks(int digit, int blur) {
        return (digit < leftDigits ? LEFT : RIGHT).get(blur);
    }

    /** The guards: their modules with one more on each side. */
    List<Guard> guards(int blur) {
        return Objects.requireNonNull(GUARDS.get(this)).get(blur);
    }

    private List<Guard> drawn(int blur) {
        Guard begin = new Guard(-2, look("11" + "010" + "1", BLURS[blur]));
        return switch (this) {
            case EAN_13, EAN_8 ->
                    List.of(
                            begin,
                            new Guard(
                                    begin(leftDigits - 1) + 6,
                                    look("0" + "10101" + "0", BLURS[blur])),
                            new Guard(modules - 4, look("1" + "010" + "11", BLURS[blur])));
            case UPC_E ->
                    List.of(
                            begin,
                            new Guard(modules - 7, look("0" + "101010" + "11", BLURS[blur])));
        };
    }

    /** A guard: the module it is looked at from, and its look. */
    static final class Guard {
        private final int from;
        private final float[] look;

        private Guard(int from, float[] look) {
            this.from = from;
            this.look = look;
        }

        int from() {
            return from;
        }

        float[] look() {
            return look;
        }
    }

    private static float[] table(float[][] looks) {
        int length = looks[0].length;
        float[] table = new float[length * LOOKS];
        for (int look = 0; look < LOOKS; look++) {
            for (int i = 0; i < length; i++) {
                table[i * LOOKS + look] = looks[look][i];
            }
        }
        return table;
    }

    private static String modules(String widths) {
        StringBuilder modules = new StringBuilder();
        for (int i = 0; i < widths.length(); i++) {
            modules.repeat(i % 2 == 0 ? "1" : "0", widths.charAt(i) - '0');
        }
        return modules.toString();
    }

    private static String inverted(String modules) {
        return modules.replace('0', 'x').replace('1', '0').replace('x', '1');
    }

    /** The modules out of focus, in means over parts of a module; beyond them it is grey. */
    private static float[] look(String modules, double blur) {
        int steps = 20;
        float[] look = new float[modules.length() * FINE];
        int reach = (int) Math.ceil(blur * steps);
        for (int i = 0; i < look.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int from = 0; from < steps / FINE; from++) {
                double at = (double) i * steps / FINE + from + 0.5;
                for (int away = -reach; away <= reach; away++) {
                    double part = away / (blur * steps);
                    double weight = Math.sqrt(Math.max(0, 1 - part * part));
                    int module = (int) Math.floor((at + away) / steps);
                    boolean inside = module >= 0 && module < modules.length();
                    sum += weight * (inside ? modules.charAt(module) - '0' : 0.5);
                    weights += weight;
                }
            }
            look[i] = (float) (sum / weights);
        }
        return normal(look);
    }

    /** Mean zero, length one: how bright and how strong does not matter. */
    private static float[] normal(float[] look) {
        float mean = 0;
        for (float value : look) {
            mean += value / look.length;
        }
        double length = 0;
        for (float value : look) {
            length += (value - mean) * (value - mean);
        }
        float[] normal = new float[look.length];
        for (int i = 0; i < look.length; i++) {
            normal[i] = (float) ((look[i] - mean) / Math.sqrt(length));
        }
        return normal;
    }
}
