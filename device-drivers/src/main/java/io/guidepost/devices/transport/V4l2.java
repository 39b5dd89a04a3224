package io.guidepost.devices.transport;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The kernel's interface to cameras as far as a stream of JPEG pictures needs it: requests and
 * layouts of {@code linux/videodev2.h} on a 64-bit machine.
 */
final class V4l2 {
    static final long QUERYCAP = 0x80685600L;
    static final long S_FMT = 0xc0d05605L;
    static final long REQBUFS = 0xc0145608L;
    static final long QUERYBUF = 0xc0585609L;
    static final long QBUF = 0xc058560fL;
    static final long DQBUF = 0xc0585611L;
    static final long STREAMON = 0x40045612L;
    static final long STREAMOFF = 0x40045613L;

    static final int CAPABILITY_BYTES = 104;
    static final int CAPABILITY_ALL = 84;
    static final int CAPABILITY_DEVICE = 88;
    static final int FORMAT_BYTES = 208;
    static final int FORMAT_WIDTH = 8;
    static final int FORMAT_HEIGHT = 12;
    static final int FORMAT_PIXELS = 16;
    static final int REQUEST_BYTES = 20;
    static final int REQUEST_MEMORY = 8;
    static final int BUFFER_BYTES = 88;
    static final int BUFFER_USED = 8;
    static final int BUFFER_FLAGS = 12;
    static final int BUFFER_MEMORY = 60;
    static final int BUFFER_OFFSET = 64;
    static final int BUFFER_LENGTH = 72;

    static final int MJPEG = 0x47504a4d;
    static final int VIDEO_CAPTURE = 1;
    static final int STREAMING = 0x04000000;
    static final int DEVICE_CAPABILITIES = 0x80000000;
    static final int MEMORY_MAPPED = 1;
    static final int DAMAGED = 0x40;

    private V4l2() {}

    /**
     * Asks for JPEG pictures of about this size.
     *
     * @throws IOException saying what the device is instead, or cannot do
     */
    static void prepare(int descriptor, String name, int width, int height) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment capability = arena.allocate(CAPABILITY_BYTES, 8);
            try {
                Posix.ioctl(descriptor, QUERYCAP, "asking for a camera", capability);
            } catch (IOException e) {
                throw new IOException(name + " is no video device", e);
            }
            int able = capability.get(ValueLayout.JAVA_INT, CAPABILITY_ALL);
            if ((able & DEVICE_CAPABILITIES) != 0) {
                able = capability.get(ValueLayout.JAVA_INT, CAPABILITY_DEVICE);
            }
            if ((able & VIDEO_CAPTURE) == 0 || (able & STREAMING) == 0) {
                throw new IOException(name + " is no camera that streams pictures");
            }
            MemorySegment format = arena.allocate(FORMAT_BYTES, 8);
            format.set(ValueLayout.JAVA_INT, 0, VIDEO_CAPTURE);
            format.set(ValueLayout.JAVA_INT, FORMAT_WIDTH, width);
            format.set(ValueLayout.JAVA_INT, FORMAT_HEIGHT, height);
            format.set(ValueLayout.JAVA_INT, FORMAT_PIXELS, MJPEG);
            Posix.ioctl(descriptor, S_FMT, "asking " + name + " for JPEG pictures", format);
            // The driver sets what it will send; it need not be what was asked for.
            if (format.get(ValueLayout.JAVA_INT, FORMAT_PIXELS) != MJPEG) {
                throw new IOException(name + " cannot send JPEG pictures");
            }
        }
    }

    /** Asks for so many buffers; the driver may give fewer. */
    static int requestBuffers(int descriptor, int count) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(REQUEST_BYTES, 8);
            request.set(ValueLayout.JAVA_INT, 0, count);
            request.set(ValueLayout.JAVA_INT, 4, VIDEO_CAPTURE);
            request.set(ValueLayout.JAVA_INT, REQUEST_MEMORY, MEMORY_MAPPED);
            Posix.ioctl(descriptor, REQBUFS, "asking for the camera's memory", request);
            return request.get(ValueLayout.JAVA_INT, 0);
        }
    }

    /** A request about one buffer, to be asked with. */
    static MemorySegment buffer(Arena arena, int index) {
        MemorySegment buffer = arena.allocate(BUFFER_BYTES, 8);
        buffer.set(ValueLayout.JAVA_INT, 0, index);
        buffer.set(ValueLayout.JAVA_INT, 4, VIDEO_CAPTURE);
        buffer.set(ValueLayout.JAVA_INT, BUFFER_MEMORY, MEMORY_MAPPED);
        return buffer;
    }

    /** Starts or ends the stream. */
    static void stream(int descriptor, boolean on) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment type = arena.allocateFrom(ValueLayout.JAVA_INT, VIDEO_CAPTURE);
            Posix.ioctl(descriptor, on ? STREAMON : STREAMOFF, "the camera's stream", type);
        }
    }
}
