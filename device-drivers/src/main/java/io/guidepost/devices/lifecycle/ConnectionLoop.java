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
 * class. A thread that hangs is left behind and replaced ({@link Watch}).
 *
 * <p>Counts {@code line-losses} (lines that were open and ended), {@code retries} (times that
 * opening is tried again), {@code reconnects} (lines opened again), {@code driver-failures}, {@code
 * hangs}.
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
    private final LeftBehind leftBehind = new LeftBehind();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable Turn turn;

    public ConnectionLoop(DeviceState state, LineOpener opener, Session session) {
        this(state, opener, session, Backoff.standard());
    }

    /**
     * A loop with a pace of the driver's own, for example {@link Backoff#plugged()}.
     *
     * @param backoff used by this loop alone
     */
    public ConnectionLoop(DeviceState state, LineOpener opener, Session session, Backoff backoff) {
        this.state = state;
        this.opener = opener;
        this.session = session;
        this.backoff = backoff;
    }

    /** Starts the thread once. */
    public void start() {
        if (!closed && started.compareAndSet(false, true)) {
            state.connecting();
            state.alive();
            state.restartBy(this::replace);
            next();
        }
    }

    /** Breaks the present line, so that it is opened anew. */
    public void breakLine() {
        Turn now = turn;
        if (now != null) {
            now.breakLine();
        }
    }

    /** Ends the thread; waits for it at most three seconds. */
    public void close() {
        closed = true;
        Turn now = turn;
        if (now != null) {
            now.end();
        }
        state.ended();
    }

    private synchronized void next() {
        if (!closed) {
            Turn fresh = new Turn();
            turn = fresh;
            fresh.start();
        }
    }

    /** Gives the hanging thread up and starts another. */
    private synchronized void replace() {
        Turn hanging = turn;
        if (hanging == null || closed) {
            return;
        }
        if (!leftBehind.add(hanging.thread)) {
            state.beyondHelp();
            return;
        }
        hanging.giveUp();
        state.alive();
        next();
    }

    /** The work of one thread. */
    private final class Turn {
        private final Thread thread =
                Thread.ofPlatform().name(state.id().toString()).daemon(true).unstarted(this::run);
        private volatile boolean over;
        private volatile @Nullable ByteLine line;
        private boolean connectedBefore;

        void start() {
            thread.start();
        }

        void breakLine() {
            ByteLine open = line;
            if (open != null) {
                open.close();
            }
        }

        void giveUp() {
            over = true;
            thread.interrupt();
            // Closing can hang where reading did.
            Thread.ofVirtual().name(state.id() + "-give-up").start(this::breakLine);
        }

        void end() {
            over = true;
            breakLine();
            if (!thread.equals(Thread.currentThread())) {
                thread.interrupt();
                try {
                    thread.join(Duration.ofSeconds(3));
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void run() {
            while (!over) {
                long began = System.nanoTime();
                state.alive();
                serve();
                line = null;
                if (!over) {
                    state.disconnected();
                    pause(began);
                }
            }
        }

        private void serve() {
            boolean opened = false;
            try (ByteLine open = new WatchedLine(opener.open(), state)) {
                line = open;
                opened = true;
                if (!over) {
                    if (connectedBefore) {
                        state.count("reconnects");
                    }
                    connectedBefore = true;
                    state.connecting();
                    session.serve(open);
                }
            } catch (IOException e) {
                // The status says it once; each further try would only repeat itself in the log.
                LOG.debug("{}: {}", state.id(), e.toString());
            } catch (InterruptedException _) {
                // Ended or given up; the loop's condition sees it.
                LOG.debug("{}: interrupted", state.id());
            } catch (LinkageError e) {
                // A native library that does not fit this machine: no other device is hurt by it.
                LOG.error("{}: a library cannot be loaded", state.id(), e);
                state.count("driver-failures");
            } catch (RuntimeException | Error e) {
                // Also an Error: a thread that ended here would leave the device ready and deaf.
                LOG.error("{}: the driver failed and is started again", state.id(), e);
                state.count("driver-failures");
            }
            if (!over) {
                state.count("retries");
                if (opened) {
                    state.count("line-losses");
                }
            }
        }

        private void pause(long began) {
            if (Duration.ofNanos(System.nanoTime() - began).compareTo(HEALTHY) > 0) {
                backoff.reset();
            }
            try {
                Thread.sleep(backoff.next());
            } catch (InterruptedException _) {
                // Only the end interrupts; the loop's condition sees it.
                LOG.debug("{}: woken", state.id());
            }
        }
    }
}
