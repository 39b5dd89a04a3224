package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.DeviceCounters;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.lifecycle.Listeners;
import io.guidepost.devices.lifecycle.RepeatFilter;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A camera as a scanner: JPEG pictures one after the other over TCP, as {@code rpicam-vid --codec
 * mjpeg --listen -o tcp://0.0.0.0:8888} sends them. Only the newest picture is looked at; what came
 * while it was is left out. Bars need two equal reads. A code that stays in sight is one scan.
 *
 * <p>Counts {@code frames}, {@code skipped-frames}, {@code scans}, {@code repeats}, {@code
 * misreads}, {@code retries}.
 */
public final class CameraScanner implements CodeScanner {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration FRAME_LIMIT = Duration.ofMillis(400);
    private static final Duration REPEAT = Duration.ofSeconds(1);

    private final DeviceState state;
    private final ConnectionLoop loop;
    private final Listeners<Scan> scans = new Listeners<>();
    private final Listeners<Misread> misreads = new Listeners<>();
    private final FrameDecoder decoder = new FrameDecoder(FRAME_LIMIT);
    private final ReadVoter voter = new ReadVoter();
    private final RepeatFilter repeats = RepeatFilter.sliding(REPEAT);

    public CameraScanner(DeviceId id, LineOpener opener, InstantSource clock) {
        this.state = new DeviceState(id, clock);
        this.loop = new ConnectionLoop(state, opener, this::serve);
    }

    @Override
    public DeviceId id() {
        return state.id();
    }

    @Override
    public DeviceStatus status() {
        return state.status();
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return state.onStatus(listener);
    }

    @Override
    public DeviceCounters counters() {
        return state.counters();
    }

    @Override
    public Subscription onScan(Consumer<Scan> listener) {
        return scans.add(listener);
    }

    @Override
    public Subscription onMisread(Consumer<Misread> listener) {
        return misreads.add(listener);
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
        MjpegSplitter splitter = new MjpegSplitter();
        BlockingQueue<byte[]> newest = new ArrayBlockingQueue<>(1);
        byte[] buffer = new byte[64 * 1024];
        Thread looking =
                Thread.ofPlatform()
                        .name(state.id() + "-decode")
                        .daemon(true)
                        .start(() -> look(newest));
        try {
            long lastFrame = System.nanoTime();
            while (true) {
                int count = line.read(buffer, SILENCE);
                for (byte[] picture : splitter.take(buffer, count)) {
                    lastFrame = System.nanoTime();
                    state.ready();
                    state.count("frames");
                    if (newest.poll() != null) {
                        state.count("skipped-frames");
                    }
                    newest.put(picture);
                }
                if (System.nanoTime() - lastFrame > SILENCE.toNanos()) {
                    throw new IOException("the camera sends no pictures");
                }
            }
        } finally {
            looking.interrupt();
            looking.join(TimeUnit.SECONDS.toMillis(1));
        }
    }

    private void look(BlockingQueue<byte[]> newest) {
        try {
            while (true) {
                look(newest.take());
            }
        } catch (InterruptedException _) {
            // The line has ended; the next one has a looker of its own.
        }
    }

    private void look(byte[] jpeg) {
        BufferedImage picture = picture(jpeg);
        if (picture == null) {
            state.count("misreads");
            misreads.tell(new Misread(Misread.Reason.NOISE, jpeg.length, state.now(), state.id()));
            return;
        }
        for (DecodedCode code : decoder.glance(GreyFrame.of(picture, FrameDecoder.MOST_PIXELS))) {
            if (!voter.accepts(code)) {
                continue;
            }
            if (repeats.isRepeat(code.data())) {
                state.count("repeats");
            } else {
                state.count("scans");
                scans.tell(
                        new Scan(
                                code.data(),
                                code.aimId(),
                                code.symbology(),
                                state.now(),
                                state.id()));
            }
        }
    }

    private static @Nullable BufferedImage picture(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException | RuntimeException _) {
            // The reader throws whatever it likes on a damaged picture.
            return null;
        }
    }
}
