package io.guidepost.devices.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.Backoff;
import io.guidepost.devices.lifecycle.Listeners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Raspberry Pi's own lines through the kernel's GPIO character device. */
final class PiBoard implements GpioBoard {
    private static final Logger LOG = LoggerFactory.getLogger(PiBoard.class);

    private final Supplier<Context> contexts;
    private final Backoff backoff = Backoff.standard();
    private final Listeners<Boolean> listeners = new Listeners<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile @Nullable Lines lines;
    private volatile @Nullable Thread opening;
    private volatile String trouble = "";
    private volatile boolean closed;

    /**
     * A board on this machine.
     *
     * @param chip as in {@link GpioSettings.Pi}
     */
    PiBoard(String chip, ChipFinder finder) {
        this(() -> context(found(chip, finder)));
    }

    /** A board on whatever these contexts are; asked for another one until one can be had. */
    PiBoard(Supplier<Context> contexts) {
        this.contexts = contexts;
    }

    private static String found(String chip, ChipFinder finder) {
        try {
            return finder.find(chip);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Context context(String chip) {
        return Pi4J.newContextBuilder()
                .add(
                        GpioDDigitalInputProvider.newInstance(),
                        GpioDDigitalOutputProvider.newInstance())
                .disableShutdownHook()
                .setGpioChipName(chip)
                .build();
    }

    @Override
    public void start() {
        if (!closed && started.compareAndSet(false, true)) {
            opening = Thread.ofPlatform().name("gpio").daemon(true).start(this::open);
        }
    }

    @Override
    public boolean up() {
        return lines != null;
    }

    @Override
    public String trouble() {
        return trouble;
    }

    @Override
    public Subscription onUp(Consumer<Boolean> listener) {
        return listeners.add(listener);
    }

    @Override
    public DigitalOutput output(int line, boolean restsHigh) {
        return opened().output(line, restsHigh);
    }

    @Override
    public DigitalInput input(int line, Pull pull) {
        return opened().input(line, pull);
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = opening;
        if (thread != null) {
            thread.interrupt();
        }
        Lines open = lines;
        lines = null;
        if (open != null) {
            open.close();
        }
    }

    /**
     * A line that cannot be had, because another driver holds it, is the trouble of whoever asks
     * for it: the context, and with it the other lines, stays.
     */
    private Lines opened() {
        Lines open = lines;
        if (open == null) {
            throw new IllegalStateException("the GPIO lines are not up");
        }
        return open;
    }

    private void open() {
        boolean told = false;
        while (!closed && lines == null) {
            try {
                lines = new Lines(contexts.get());
                trouble = "";
                listeners.tell(true);
            } catch (RuntimeException | LinkageError e) {
                // The provider's native library is missing or the chip cannot be opened: the same
                // each time.
                trouble = String.valueOf(e.getMessage());
                if (!told) {
                    LOG.warn("The GPIO lines cannot be opened; tried again: {}", e.toString());
                    told = true;
                    listeners.tell(false);
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(backoff.next());
        } catch (InterruptedException _) {
            // Only close() interrupts; the loop's condition sees it.
        }
    }
}
