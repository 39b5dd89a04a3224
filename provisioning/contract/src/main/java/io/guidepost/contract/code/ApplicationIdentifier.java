package io.guidepost.contract.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A GS1 Application Identifier that may stand on what a shop sells, and the form of its value (GS1
 * General Specifications, section 3.2).
 *
 * @param code two to four digits
 * @param fixedLength characters of the value where the identifier's length is predefined and no
 *     separator is needed (section 7.8.5), else 0
 * @param form what the value must match
 */
record ApplicationIdentifier(String code, int fixedLength, Pattern form) {
    static final String GTIN = "01";

    /** Characters of GS1's set 82 (section 7.11). */
    private static final String SET_82 = "[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]";

    private static final Map<String, ApplicationIdentifier> KNOWN = new HashMap<>();

    static {
        predefined("00", 18);
        predefined("01", 14);
        predefined("02", 14);
        predefined("03", 14);
        for (String date : new String[] {"11", "12", "13", "15", "16", "17"}) {
            predefined(date, 6);
        }
        predefined("20", 2);
        measures(310, 316);
        measures(320, 329);
        measures(330, 337);
        measures(340, 349);
        measures(350, 357);
        measures(360, 369);
        for (int place = 410; place <= 417; place++) {
            predefined(Integer.toString(place), 13);
        }

        text(20, "10", "21", "22", "243", "254", "710", "711", "712", "713", "714", "715", "716");
        text(20, "717", "8002", "8012");
        text(25, "8013", "8020");
        text(28, "235");
        text(30, "240", "241", "250", "251", "400", "401", "403", "7002", "7023", "8004", "90");
        text(70, "8110", "8112", "8200");
        for (int internal = 91; internal <= 99; internal++) {
            text(90, Integer.toString(internal));
        }
        other("[0-9]{1,6}", "242");
        other("[0-9]{1,8}", "30", "37");
        other("[0-9]{13}" + SET_82 + "{0,17}", "253");
        other("[0-9]{13}[0-9]{0,12}", "255");
        other("[0-9]{17}", "402");
        other("[0-9]{3}" + SET_82 + "{1,9}", "421");
        other("[0-9]{3}", "422", "424", "426");
        other("(?:[0-9]{3}){1,5}", "423", "425");
        other("[0-9]{10}", "7003");
        other("[0-9]{6}", "7006", "8005");
        other("[0-9]{6}(?:[0-9]{6})?", "7007");
        other("[0-9]{14}", "8001");
        other("0[0-9]{13}" + SET_82 + "{0,16}", "8003");
        other("[0-9]{18}", "8006", "8017", "8018", "8026");
        other("[0-9]{8}(?:[0-9]{2}){0,2}", "8008");
        for (int decimals = 0; decimals <= 9; decimals++) {
            other("[0-9]{1,15}", "390" + decimals, "392" + decimals);
            other("[0-9]{4,18}", "391" + decimals, "393" + decimals);
        }
        for (int decimals = 0; decimals <= 3; decimals++) {
            other("[0-9]{4}", "394" + decimals);
        }
        for (int decimals = 0; decimals <= 5; decimals++) {
            other("[0-9]{6}", "395" + decimals);
        }
    }

    /** The identifier at this place of a text; no identifier is the beginning of another. */
    static Optional<ApplicationIdentifier> at(String text, int start) {
        for (int end = start + 2; end <= Math.min(start + 4, text.length()); end++) {
            ApplicationIdentifier found = KNOWN.get(text.substring(start, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static Optional<ApplicationIdentifier> of(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    boolean allows(String value) {
        return form.matcher(value).matches();
    }

    private static void predefined(String code, int length) {
        KNOWN.put(
                code,
                new ApplicationIdentifier(code, length, Pattern.compile("[0-9]{" + length + "}")));
    }

    /** Weights, lengths, areas and volumes; the fourth digit counts decimals, 0 to 5. */
    private static void measures(int first, int last) {
        for (int measure = first; measure <= last; measure++) {
            for (int decimals = 0; decimals <= 5; decimals++) {
                predefined(Integer.toString(measure) + decimals, 6);
            }
        }
    }

    private static void text(int longest, String... codes) {
        other(SET_82 + "{1," + longest + "}", codes);
    }

    private static void other(String form, String... codes) {
        for (String code : codes) {
            KNOWN.put(code, new ApplicationIdentifier(code, 0, Pattern.compile(form)));
        }
    }
}
