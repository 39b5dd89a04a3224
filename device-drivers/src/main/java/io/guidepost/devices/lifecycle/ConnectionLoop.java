package io.guidepost.devices.lifecycle;

import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a device connected: opens its line, lets the driver serve it until it breaks, waits, tries
 * again. One named platform thread; every failure ends up in the device's status, none leaves this
 * class.
 */
public final class ConnectionLoop {

    /** What a driver does with an open line. */
    @FunctionalInterface
    public interface Session {
        /** Works until the line ends; tells the device's state when it is ready. */
        void serve(ByteLine line) throws IOException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLoop.class);
    private static final Duration HEALTHY = Duration.ofSeconds(1);

    private final DeviceState state;
    private final LineOpener opener;
    private final Session session;
    private final Backoff backoff;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable ByteLine line;
    private volatile @Nullable Thread thread;

    public ConnectionLoop(DeviceState state, LineOpener opener, Session session) {
        this(state, opener, session, Backoff.standard());
    }

    /** With a back-off of the driver's own, for example {@link Backoff#plugged()}. */
    public ConnectionLoop(
            DeviceState state, LineOpener opener, Session session, Backoff backoff) {
        this.state = state;
        this.opener = opener;
        this.session = session;
        this.backoff = backoff;
    }

    /** Starts the thread once. */
    public void start() {
        if (!closed && started.compareAndSet(false, true)) {
            state.connecting();
            thread = Thread.ofPlatform().name(state.id().toString()).daemon(true).start(this::run);
        }
    }

    /** Breaks the present line, so that it is opened anew. */
    public void breakLine() {
        ByteLine open = line;
        if (open != null) {
            open.close();
        }
    }

    /** Ends the thread; waits for it at most three seconds. */
    public void close() {
        closed = true;
        breakLine();
        Thread running = thread;
        if (running != null && !running.equals(Thread.currentThread())) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(3));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        state.disconnected();
    }

    private void run() {
        while (!closed) {
            long began = System.nanoTime();
            try (ByteLine open = opener.open()) {
                line = open;
                if (!closed) {
                    session.serve(open);
                }
            } catch (IOException e) {
                // The status says it once; each further try would only repeat itself in the log.
                LOG.debug("{}: {}", state.id(), e.toString());
            } catch (InterruptedException _) {
                if (closed) {
                    return;
                }
            } catch (LinkageError e) {
                // A native library that does not fit this machine: no other device is hurt by it.
                LOG.error("{}: a library cannot be loaded", state.id(), e);
                state.count("driver-failures");
            } catch (RuntimeException | Error e) {
                // Also an Error: a thread that ended here would leave the device ready and deaf.
                LOG.error("{}: the driver failed and is started again", state.id(), e);
                state.count("driver-failures");
            }
            line = null;
            if (!closed) {
                state.disconnected();
                pause(began);
            }
        }
    }

    private void pause(long began) {
        if (Duration.ofNanos(System.nanoTime() - began).compareTo(HEALTHY) > 0) {
            backoff.reset();
        }
        state.count("retries");
        try {
            Thread.sleep(backoff.next());
        } catch (InterruptedException _) {
            // Only close() interrupts; the loop's condition sees it.
        }
    }
}
