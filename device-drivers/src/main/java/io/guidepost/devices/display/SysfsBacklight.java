package io.guidepost.devices.display;

import io.guidepost.devices.Backlight;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.StepLoop;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A backlight by the kernel's {@code /sys/class/backlight/NAME}: {@code brightness} from 0 to
 * {@code max_brightness}, {@code bl_power} 0 for on and 4 for off (Linux ABI,
 * sysfs-class-backlight). What was asked for is read back; a panel that was plugged in again gets
 * it anew. Where this user may not write, the panel still shines, and the device is degraded.
 *
 * <p>Counts {@code changes}, {@code retries}, {@code losses} (the panel went away).
 */
public final class SysfsBacklight extends ManagedDevice implements Backlight {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN. */
    private static final String ON = "0";

    private static final String OFF = "4";
    private static final int MOST_DIGITS = 9;

    private final Path backlights;
    private final String wanted;
    private final StepLoop loop;
    private volatile int percent = 100;
    private volatile boolean asked;

    /**
     * @param sys usually {@code /sys}
     * @param name of the backlight; empty: the only one, or the first by name
     */
    public SysfsBacklight(DeviceId id, Path sys, String name, InstantSource clock) {
        super(id, clock);
        this.backlights = sys.resolve("class/backlight");
        this.wanted = name;
        this.loop = new StepLoop(state, this::step);
    }

    @Override
    public void set(int now) {
        if (now < 0 || now > 100) {
            throw new IllegalArgumentException("percent must be 0 to 100, not " + now);
        }
        percent = now;
        asked = true;
        loop.wake();
    }

    @Override
    public int percent() {
        return percent;
    }

    @Override
    public void start() {
        loop.start();
    }

    /** The panel stays as it is, so that it is not dark while the kiosk is restarted. */
    @Override
    public void close() {
        loop.close();
    }

    private Duration step() {
        Optional<Path> found = Optional.empty();
        try {
            found = find();
            if (found.isEmpty()) {
                lost();
                return LOOK_EVERY;
            }
            state.identified(DeviceIdentity.at(found.get().getFileName().toString()));
            bring(found.get());
        } catch (AccessDeniedException e) {
            state.tested(false, "this user may not write " + e.getFile());
            state.degraded(
                    "this user may not set the backlight: it needs write permission for "
                            + e.getFile());
        } catch (NoSuchFileException _) {
            lost();
        } catch (IOException | NumberFormatException e) {
            state.count("retries");
            state.fault("the backlight cannot be set: " + e.getMessage());
        }
        return LOOK_EVERY;
    }

    private void lost() {
        if (state.status().usable()) {
            state.count("losses");
        }
        state.disconnected();
    }

    /** Makes the panel what was asked for, and sees that it is. */
    private void bring(Path panel) throws IOException {
        int most = number(panel.resolve("max_brightness"));
        if (most < 1) {
            throw new IOException("max_brightness is " + most);
        }
        Path brightness = panel.resolve("brightness");
        Path power = panel.resolve("bl_power");
        if (!asked) {
            // Nobody has asked for anything: what the panel was left at is right, if only it could
            // be changed.
            int now = number(brightness);
            percent = Math.clamp(Math.round(100f * now / most), 0, 100);
            mayWrite(brightness);
            works(now, most);
            return;
        }
        int share = percent;
        String onOff = share == 0 ? OFF : ON;
        int level = share == 0 ? 0 : Math.max(1, Math.round(most * share / 100f));
        if (Files.exists(power) && !text(power).equals(onOff)) {
            write(power, onOff);
            state.count("changes");
        }
        if (number(brightness) != level) {
            write(brightness, Integer.toString(level));
            state.count("changes");
        }
        int now = number(brightness);
        if (now != level) {
            state.tested(false, "set to " + level + " but is " + now);
            state.degraded("the backlight was set to " + level + " but is " + now);
            return;
        }
        works(now, most);
    }

    private void works(int now, int most) {
        state.heard();
        state.tested(true, "shines at " + now + " of " + most);
        state.ready();
    }

    private static void mayWrite(Path file) throws IOException {
        FileChannel.open(file, StandardOpenOption.WRITE).close();
    }

    private Optional<Path> find() throws IOException {
        if (!wanted.isEmpty()) {
            return Optional.of(backlights.resolve(wanted)).filter(Files::isDirectory);
        }
        if (!Files.isDirectory(backlights)) {
            return Optional.empty();
        }
        TreeSet<Path> all = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(backlights)) {
            entries.forEach(all::add);
        }
        return all.stream().filter(Files::isDirectory).findFirst();
    }

    private static int number(Path file) throws IOException {
        String digits = text(file);
        if (!digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            throw new IOException(file.getFileName() + " is no number");
        }
        return Integer.parseInt(digits);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    private static void write(Path file, String value) throws IOException {
        Files.writeString(
                file, value, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
