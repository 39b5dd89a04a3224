package io.guidepost.devices.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.Backoff;
import io.guidepost.devices.lifecycle.Listeners;
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
    private volatile boolean closed;

    /**
     * A board on this machine.
     *
     * @param chip as in {@link GpioSettings.Pi}
     */
    PiBoard(String chip) {
        this(() -> context(chip));
    }

    /** A board on whatever these contexts are; asked for another one until one can be had. */
    PiBoard(Supplier<Context> contexts) {
        this.contexts = contexts;
    }

    private static Context context(String chip) {
        ContextBuilder builder =
                Pi4J.newContextBuilder()
                        .add(
                                GpioDDigitalInputProvider.newInstance(),
                                GpioDDigitalOutputProvider.newInstance())
                        .disableShutdownHook();
        if (!chip.isEmpty()) {
            builder = builder.setGpioChipName(chip);
        }
        return builder.build();
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
    public Subscription onUp(Consumer<Boolean> listener) {
        return listeners.add(listener);
    }

    @Override
    public DigitalOutput output(int line) {
        return opened().output(line);
    }

    @Override
    public DigitalInput input(int line) {
        return opened().input(line);
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
                listeners.tell(true);
            } catch (RuntimeException | LinkageError e) {
                // The provider's native library is missing or the chip cannot be opened: the same
                // each time.
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
