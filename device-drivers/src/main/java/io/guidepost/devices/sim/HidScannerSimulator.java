package io.guidepost.devices.sim;

import io.guidepost.devices.scanner.evdev.InputEvent;
import io.guidepost.devices.scanner.evdev.KeyLayout;
import io.guidepost.devices.scanner.evdev.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scanner that types, below a device root of its own: {@code ROOT/dev/input/eventN} in which it
 * types, the link {@code ROOT/dev/input/by-id/…} that stays the same, and what the kernel tells in
 * {@code ROOT/sys/class/input}. Each plugging in has another number. The times of its events run on
 * by {@link #setPace} for each key and by {@link #pause}, without anybody having to wait.
 */
public final class HidScannerSimulator implements AutoCloseable {
    /** A maker's number that nobody has. */
    public static final int VENDOR = 0xf055;

    public static final int PRODUCT = 0x5ca1;
    public static final String SERIAL = "SIM0001";
    private static final String NAME = "Guidepost Simulated Scanner";

    /** What a real keyboard has in {@code capabilities/key}. */
    private static final String CAPABILITIES =
            "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe";

    private static final int FIRST_NUMBER = 3;

    private final Path root;
    private final boolean ownRoot;
    private KeyLayout layout = KeyLayout.US;
    private int suffix = Keys.ENTER;
    private long paceMicros = 2000;
    private long lastMicros;
    private int number = FIRST_NUMBER - 1;
    private @Nullable EventNode node;

    private HidScannerSimulator(Path root) {
        this.root = root;
        this.ownRoot = !Files.exists(root);
    }

    /** Starts one that is plugged in, its devices below this folder. */
    public static HidScannerSimulator start(Path root) throws IOException {
        HidScannerSimulator simulator = new HidScannerSimulator(root);
        simulator.plug();
        return simulator;
    }

    /** Stands for {@code /dev}. */
    public Path dev() {
        return root.resolve("dev");
    }

    /** Stands for {@code /sys}. */
    public Path sys() {
        return root.resolve("sys");
    }

    /** The device's stable path. */
    public Path link() {
        return dev().resolve("input/by-id/usb-Guidepost_Scanner_SIM0001-event-kbd");
    }

    /** The layout it types on; {@link KeyLayout#US} at first. */
    public synchronized void setLayout(KeyLayout next) {
        layout = next;
    }

    /**
     * The key behind each code, {@link Keys#ENTER} at first.
     *
     * @param key zero for none
     */
    public synchronized void setSuffix(int key) {
        suffix = key;
    }

    /** The time between two keys. */
    public synchronized void setPace(Duration pace) {
        paceMicros = pace.toNanos() / 1000;
    }

    /** Lets this much of the events' time go by. */
    public synchronized void pause(Duration pause) {
        lastMicros = Math.max(lastMicros, now()) + pause.toNanos() / 1000;
    }

    /** Scans a code: its keys and the one behind it. */
    public synchronized void scan(String code) {
        raw(typed(code));
        if (suffix != 0) {
            raw(key(suffix));
        }
    }

    /** Scans a code, each character as its number on the keypad with Alt held. */
    public synchronized void scanByNumbers(String code) {
        for (int i = 0; i < code.length(); i++) {
            raw(event(InputEvent.EV_KEY, Keys.LEFT_ALT, 1));
            String digits = "0" + (int) code.charAt(i);
            for (int d = 0; d < digits.length(); d++) {
                raw(key(Keys.keypad(digits.charAt(d) - '0')));
            }
            raw(event(InputEvent.EV_KEY, Keys.LEFT_ALT, 0));
            raw(report());
        }
        raw(key(suffix));
    }

    /** Fault: the first half of a code, and no more. */
    public synchronized void halfCode(String code) {
        raw(typed(code.substring(0, Math.max(1, code.length() / 2))));
    }

    /** Fault: these bytes as they are. */
    public synchronized void raw(byte[] bytes) {
        if (node != null) {
            node.send(bytes);
        }
    }

    /** Fault: the kernel's buffer ran over here. */
    public synchronized void overrun() {
        lastMicros = Math.max(lastMicros, now());
        raw(event(InputEvent.EV_SYN, InputEvent.SYN_DROPPED, 0));
        raw(report());
    }

    /** Fault: a key goes down or up, and nothing else. */
    public synchronized void hold(int key, boolean down) {
        if (node != null) {
            node.setDown(key, down);
        }
        lastMicros = Math.max(lastMicros, now());
        raw(event(InputEvent.EV_KEY, key, down ? 1 : 0));
        raw(report());
    }

    /** Fault: a key moves and the event of it is lost. */
    public synchronized void holdUnseen(int key, boolean down) {
        if (node != null) {
            node.setDown(key, down);
        }
    }

    /** Fault: another program keeps the keys, or no longer. */
    public synchronized void setRefusesGrab(boolean refuses) {
        if (node != null) {
            node.setRefusesGrab(refuses);
        }
    }

    /** Fault: pulls the plug. */
    public synchronized void unplug() throws IOException {
        if (node != null) {
            Files.deleteIfExists(link());
            Files.deleteIfExists(event());
            delete(sys().resolve("class/input/event" + number));
            node.close();
            node = null;
        }
    }

    /** Plugs it in, as another event device under the same link. */
    public synchronized void plug() throws IOException {
        if (node == null) {
            node = EventNode.open(new EventNode.Hardware(VENDOR, PRODUCT, NAME, SERIAL));
            number++;
            describe(sys().resolve("class/input/event" + number + "/device"));
            Files.createDirectories(link().getParent());
            Files.deleteIfExists(event());
            Files.createSymbolicLink(event(), node.path());
            Files.deleteIfExists(link());
            Files.createSymbolicLink(link(), Path.of("..", "event" + number));
        }
    }

    /** Whether it is plugged in. */
    public synchronized boolean plugged() {
        return node != null;
    }

    /** How many programs read it. */
    public synchronized int readers() {
        return node == null ? 0 : node.readers();
    }

    @Override
    public void close() throws IOException {
        unplug();
        delete(dev());
        delete(sys());
        if (ownRoot) {
            Files.deleteIfExists(root);
        }
    }

    /** The events of these characters on the present layout, from now on. */
    public synchronized byte[] typed(String text) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                // As Windows has it: Ctrl with the letter, or with the keys of the brackets.
                int held = Keys.LEFT_CTRL;
                events.writeBytes(event(InputEvent.EV_KEY, held, 1));
                events.writeBytes(key(control(c)));
                events.writeBytes(event(InputEvent.EV_KEY, held, 0));
            } else {
                KeyLayout.Press press =
                        layout.press(c)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "no key types U+"
                                                                + HexFormat.of().toHexDigits(c)));
                int held = press.shift() ? Keys.LEFT_SHIFT : press.alternate() ? Keys.RIGHT_ALT : 0;
                if (held != 0) {
                    events.writeBytes(event(InputEvent.EV_KEY, held, 1));
                }
                events.writeBytes(key(press.key()));
                if (held != 0) {
                    events.writeBytes(event(InputEvent.EV_KEY, held, 0));
                    events.writeBytes(report());
                }
            }
        }
        return events.toByteArray();
    }

    /** The events of one key that goes down and up. */
    public synchronized byte[] key(int code) {
        lastMicros = Math.max(lastMicros + paceMicros, now());
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        events.writeBytes(event(InputEvent.EV_MSC, 4, 0x70000 + code));
        events.writeBytes(event(InputEvent.EV_KEY, code, 1));
        events.writeBytes(report());
        events.writeBytes(event(InputEvent.EV_KEY, code, 0));
        events.writeBytes(report());
        return events.toByteArray();
    }

    private int control(char c) {
        return switch (c) {
            case 0x1c -> 43;
            case 0x1d -> 27;
            case 0x1e -> 7;
            case 0x1f -> 12;
            default -> layout.press((char) (c + 'a' - 1)).map(KeyLayout.Press::key).orElse(0);
        };
    }

    private byte[] report() {
        return event(InputEvent.EV_SYN, InputEvent.SYN_REPORT, 0);
    }

    private byte[] event(int type, int code, int value) {
        return new InputEvent(lastMicros, type, code, value).bytes();
    }

    private Path event() {
        return dev().resolve("input/event" + number);
    }

    private static void describe(Path device) throws IOException {
        Files.createDirectories(device.resolve("id"));
        Files.createDirectories(device.resolve("capabilities"));
        HexFormat hex = HexFormat.of();
        Files.writeString(device.resolve("id/vendor"), hex.toHexDigits((short) VENDOR) + "\n");
        Files.writeString(device.resolve("id/product"), hex.toHexDigits((short) PRODUCT) + "\n");
        Files.writeString(device.resolve("name"), NAME + "\n");
        Files.writeString(device.resolve("uniq"), SERIAL + "\n");
        Files.writeString(device.resolve("capabilities/key"), CAPABILITIES + "\n");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private static long now() {
        return System.nanoTime() / 1000;
    }
}
