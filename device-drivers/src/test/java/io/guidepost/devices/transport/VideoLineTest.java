package io.guidepost.devices.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's cameras, as far as a machine without one can tell. */
class VideoLineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void anAbsentCameraIsSaidToBeAbsent() {
        assertThatThrownBy(() -> VideoLine.to(folder.resolve("video0")).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void whatIsNoCameraIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("video0"), "no camera");
        assertThatThrownBy(() -> VideoLine.to(file).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("video0 is no video device");
        assertThatThrownBy(() -> VideoLine.to(Path.of("/dev/null")).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/dev/null is no video device");
    }

    @Test
    void layoutsAndRequestsAreThoseOfTheKernelsHeader() throws Exception {
        assumeTrue(
                isThere("gcc") && Files.exists(Path.of("/usr/include/linux/videodev2.h")),
                "needs gcc and linux-libc-dev");
        Map<String, Long> ours = new LinkedHashMap<>();
        ours.put("VIDIOC_QUERYCAP", V4l2.QUERYCAP);
        ours.put("VIDIOC_S_FMT", V4l2.S_FMT);
        ours.put("VIDIOC_REQBUFS", V4l2.REQBUFS);
        ours.put("VIDIOC_QUERYBUF", V4l2.QUERYBUF);
        ours.put("VIDIOC_QBUF", V4l2.QBUF);
        ours.put("VIDIOC_DQBUF", V4l2.DQBUF);
        ours.put("VIDIOC_STREAMON", V4l2.STREAMON);
        ours.put("sizeof(struct v4l2_capability)", (long) V4l2.CAPABILITY_BYTES);
        ours.put("offsetof(struct v4l2_capability, capabilities)", (long) V4l2.CAPABILITY_ALL);
        ours.put("offsetof(struct v4l2_capability, device_caps)", (long) V4l2.CAPABILITY_DEVICE);
        ours.put("sizeof(struct v4l2_format)", (long) V4l2.FORMAT_BYTES);
        ours.put("offsetof(struct v4l2_format, fmt.pix.width)", (long) V4l2.FORMAT_WIDTH);
        ours.put("offsetof(struct v4l2_format, fmt.pix.height)", (long) V4l2.FORMAT_HEIGHT);
        ours.put("offsetof(struct v4l2_format, fmt.pix.pixelformat)", (long) V4l2.FORMAT_PIXELS);
        ours.put("sizeof(struct v4l2_requestbuffers)", (long) V4l2.REQUEST_BYTES);
        ours.put("offsetof(struct v4l2_requestbuffers, memory)", (long) V4l2.REQUEST_MEMORY);
        ours.put("sizeof(struct v4l2_buffer)", (long) V4l2.BUFFER_BYTES);
        ours.put("offsetof(struct v4l2_buffer, bytesused)", (long) V4l2.BUFFER_USED);
        ours.put("offsetof(struct v4l2_buffer, flags)", (long) V4l2.BUFFER_FLAGS);
        ours.put("offsetof(struct v4l2_buffer, memory)", (long) V4l2.BUFFER_MEMORY);
        ours.put("offsetof(struct v4l2_buffer, m.offset)", (long) V4l2.BUFFER_OFFSET);
        ours.put("offsetof(struct v4l2_buffer, length)", (long) V4l2.BUFFER_LENGTH);
        ours.put("V4L2_PIX_FMT_MJPEG", (long) V4l2.MJPEG);
        ours.put("V4L2_CAP_VIDEO_CAPTURE", (long) V4l2.VIDEO_CAPTURE);
        ours.put("V4L2_CAP_STREAMING", (long) V4l2.STREAMING);
        ours.put("V4L2_CAP_DEVICE_CAPS", Integer.toUnsignedLong(V4l2.DEVICE_CAPABILITIES));
        ours.put("V4L2_MEMORY_MMAP", (long) V4l2.MEMORY_MAPPED);
        ours.put("V4L2_BUF_FLAG_ERROR", (long) V4l2.DAMAGED);
        List<String> theirs = printed(ours.keySet().stream().toList());
        List<String> own =
                ours.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
        assertThat(own).isEqualTo(theirs);
    }

    private List<String> printed(List<String> expressions) throws Exception {
        String lines =
                expressions.stream()
                        .map(
                                e ->
                                        "printf(\"%%s %%lu\\n\", \"%s\", (unsigned long)(%s));"
                                                .formatted(e, e))
                        .collect(Collectors.joining("\n"));
        Path source =
                Files.writeString(
                        folder.resolve("layout.c"),
                        """
                        #include <stdio.h>
                        #include <stddef.h>
                        #include <linux/videodev2.h>
                        int main(void) {
                        %s
                        return 0;
                        }
                        """
                                .formatted(lines));
        Path program = folder.resolve("layout");
        run("gcc", "-o", program.toString(), source.toString());
        return run(program.toString()).lines().toList();
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }
}
