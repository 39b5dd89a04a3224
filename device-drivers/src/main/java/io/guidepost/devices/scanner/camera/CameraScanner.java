package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.FrameHint;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.Listeners;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.RepeatFilter;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A camera as a scanner: pictures one after the other, JPEG or uncompressed, from a stream over
 * TCP, a program's standard output, the kernel's video interface or a folder. Only the newest
 * picture is looked at; what came while it was is left out. Bars need two equal reads. A code that
 * stays in sight is one scan, also beside others. Damaged pictures are counted; after a few in a
 * row the camera is degraded.
 *
 * <p>Counts {@code frames}, {@code skipped-frames}, {@code damaged-frames}, {@code reads}, {@code
 * repeats}, {@code driver-failures}, {@code retries}.
 */
public final class CameraScanner extends ManagedDevice implements CodeScanner {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration FRAME_LIMIT = Duration.ofMillis(400);

    /** Longer than a code in sight may go unread: two votes, and all ways of looking in turn. */
    private static final Duration REPEAT = Duration.ofSeconds(4);

    /** No look takes so long; the thread that looks hangs. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(8);

    /**
     * So many damaged pictures in a row, half a second at ten a second, are a fault of the camera.
     */
    private static final int MOST_DAMAGED = 5;

    private final FrameStream.Form form;
    private final ConnectionLoop loop;
    private final Listeners<Scan> scans = state.listeners();
    private final Listeners<FrameHint> told = state.listeners();
    private final RepeatFilter repeats = RepeatFilter.sliding(REPEAT);

    /** Written by the worker, read by the line's thread. */
    private volatile int damagedInARow;

    /** A camera that sends JPEG pictures. */
    public CameraScanner(DeviceId id, LineOpener opener, InstantSource clock) {
        this(id, opener, FrameStream.jpeg(), clock);
    }

    CameraScanner(DeviceId id, LineOpener opener, FrameStream.Form form, InstantSource clock) {
        super(id, clock);
        this.form = form;
        this.loop = new ConnectionLoop(state, opener, this::serve);
    }

    @Override
    public Subscription onScan(Consumer<Scan> listener) {
        return scans.add(listener);
    }

    @Override
    public Subscription onMisread(Consumer<Misread> listener) {
        // A picture without a code is no misread, and a damaged one is nobody's scan.
        return () -> {};
    }

    @Override
    public Subscription onHint(Consumer<FrameHint> listener) {
        return told.add(listener);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void serve(ByteLine line) throws IOException, InterruptedException {
        FrameStream stream = form.begin();
        byte[] buffer = new byte[64 * 1024];
        damagedInARow = 0;
        // The thread that looks at an earlier line's pictures may still be at the last of them.
        Looker looker = new Looker(stream);
        try (FrameWorker worker = new FrameWorker(state, line, looker::look)) {
            worker.start();
            long lastFrame = System.nanoTime();
            while (true) {
                int count = line.read(buffer, SILENCE);
                for (byte[] picture : stream.take(buffer, count)) {
                    lastFrame = System.nanoTime();
                    tellState();
                    state.count("frames");
                    worker.offer(picture);
                }
                if (worker.looking().compareTo(LONGEST_LOOK) > 0) {
                    state.count("hangs");
                    throw new IOException("looking at a picture does not end");
                }
                if (System.nanoTime() - lastFrame > SILENCE.toNanos()) {
                    throw new IOException("the camera sends no pictures");
                }
            }
        } finally {
            looker.end();
        }
    }

    private void tellState() {
        if (damagedInARow < MOST_DAMAGED) {
            state.ready();
        } else {
            state.degraded("pictures are damaged");
        }
    }

    /** What is known of one line's pictures; used by its worker alone. */
    private final class Looker {
        private final FrameStream stream;
        private final FrameDecoder decoder = new FrameDecoder(FRAME_LIMIT);
        private final HintFinder hints = new HintFinder();
        private final ReadVoter voter = new ReadVoter();
        private volatile boolean over;

        Looker(FrameStream stream) {
            this.stream = stream;
        }

        void end() {
            over = true;
        }

        void look(byte[] picture) {
            Optional<GreyFrame> frame = stream.frame(picture);
            if (frame.isEmpty()) {
                // Nobody scanned anything, so nobody is told of a misread.
                state.count("damaged-frames");
                damagedInARow = Math.min(damagedInARow + 1, MOST_DAMAGED);
                return;
            }
            damagedInARow = 0;
            List<DecodedCode> codes = decoder.glance(frame.get());
            if (over) {
                return;
            }
            hints.look(frame.get(), !codes.isEmpty(), System.nanoTime()).ifPresent(told::tell);
            codes.stream().filter(voter::accepts).forEach(CameraScanner.this::read);
        }
    }

    private synchronized void read(DecodedCode code) {
        if (repeats.isRepeat(code.data())) {
            state.count("repeats");
        } else {
            state.count("reads");
            scans.tell(
                    new Scan(code.data(), code.aimId(), code.symbology(), state.now(), state.id()));
        }
    }
}
