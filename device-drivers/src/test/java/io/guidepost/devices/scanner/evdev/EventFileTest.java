package io.guidepost.devices.scanner.evdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls into the C library, on a named pipe of the kernel. */
class EventFileTest {
    private static final int FIONREAD = 0x541b;
    private static final int ENOTTY = -25;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path pipe;

    @BeforeEach
    void makePipe() throws Exception {
        pipe = directory.resolve("event0");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "mkfifo is missing");
    }

    private OutputStream writer() throws IOException {
        return Files.newOutputStream(pipe, StandardOpenOption.WRITE);
    }

    @Test
    void readsWaitsAndControls() throws Exception {
        try (EventFile file = EventFile.open(pipe);
                OutputStream writer = writer()) {
            byte[] into = new byte[48];
            long began = System.nanoTime();
            assertThat(file.read(into, Duration.ofMillis(60))).isZero();
            assertThat(System.nanoTime() - began).isGreaterThan(50_000_000L);
            byte[] event = new InputEvent(5_000_007, 1, 30, 1).bytes();
            writer.write(event);
            byte[] waiting = new byte[4];
            assertThat(file.control(FIONREAD, waiting)).isZero();
            assertThat(ByteBuffer.wrap(waiting).order(ByteOrder.nativeOrder()).getInt())
                    .isEqualTo(24);
            assertThat(file.control(Ioctl.GET_ID, new byte[8])).isEqualTo(ENOTTY);
            assertThat(file.grab()).isFalse();
            assertThat(file.read(into, Duration.ofSeconds(5))).isEqualTo(24);
            assertThat(InputEvent.read(ByteBuffer.wrap(into)))
                    .isEqualTo(new InputEvent(5_000_007, 1, 30, 1));
        }
    }

    @Test
    void closingFromAnotherThreadEndsAWaitingRead() throws Exception {
        EventFile file = EventFile.open(pipe);
        try (OutputStream _ = writer()) {
            CompletableFuture<Long> ended = new CompletableFuture<>();
            Thread reader =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            file.read(new byte[24], Duration.ofSeconds(30));
                                        } catch (IOException _) {
                                            ended.complete(System.nanoTime());
                                        }
                                    });
            await().until(() -> reader.getState() != Thread.State.NEW);
            Thread.sleep(50);
            long closing = System.nanoTime();
            file.close();
            file.close();
            assertThat(ended.get(5, TimeUnit.SECONDS) - closing).isLessThan(1_000_000_000L);
        }
    }

    @Test
    void saysWhenItIsGoneOrNotThere() throws Exception {
        try (EventFile file = EventFile.open(pipe)) {
            writer().close();
            assertThatThrownBy(() -> file.read(new byte[24], Duration.ofSeconds(5)))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> EventFile.open(directory.resolve("event9")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theDriverReadsItWithoutAGrab() throws Exception {
        List<String> codes = new CopyOnWriteArrayList<>();
        try (EvdevScanner scanner =
                new EvdevScanner(
                        new DeviceId(DeviceKind.SCANNER, "hid"),
                        new EvdevAddress.File(pipe),
                        EvdevSettings.STANDARD,
                        directory,
                        directory,
                        Clock.systemUTC())) {
            scanner.onScan(scan -> codes.add(scan.data()));
            scanner.start();
            try (OutputStream writer = writer()) {
                await().until(() -> scanner.status() instanceof DeviceStatus.Degraded);
                for (int key : new int[] {30, Keys.keypad(7), Keys.ENTER}) {
                    writer.write(new InputEvent(1_000_000, 1, key, 1).bytes());
                    writer.write(new InputEvent(1_000_000, 1, key, 0).bytes());
                }
                await().until(() -> codes.equals(List.of("a7")));
            }
            await().until(() -> scanner.status() instanceof DeviceStatus.Disconnected);
        }
    }

    @Test
    void numbersAndStructsAreTheKernels() throws Exception {
        Path source = directory.resolve("abi.c");
        Path program = directory.resolve("abi");
        Files.writeString(
                source,
                """
                #include <linux/input.h>
                #include <stdio.h>
                #include <time.h>
                #include <fcntl.h>
                int main(void) {
                  struct input_event e = {.type = 0x0102, .code = 0x0304, .value = 0x05060708};
                  e.input_event_sec = 3; e.input_event_usec = 999999;
                  printf("%zu %zu ", sizeof e, sizeof(struct input_id));
                  printf("%u %u %u ", (unsigned) EVIOCGID, (unsigned) EVIOCGNAME(256), (unsigned) EVIOCGUNIQ(256));
                  printf("%u %u %u ", (unsigned) EVIOCGKEY(96), (unsigned) EVIOCGRAB, (unsigned) EVIOCSCLOCKID);
                  printf("%d %d %d ", KEY_CNT, CLOCK_MONOTONIC, SYN_DROPPED);
                  printf("%d ", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
                  printf("%d %d %d %d %d\\n", KEY_RIGHTALT, KEY_102ND, KEY_KP0, KEY_KPENTER, KEY_RIGHTMETA);
                  for (size_t i = 0; i < sizeof e; i++) printf("%02x", ((unsigned char *) &e)[i]);
                  return 0;
                }
                """);
        Process gcc;
        try {
            gcc =
                    new ProcessBuilder("gcc", "-o", program.toString(), source.toString())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            assumeTrue(false, "gcc is missing: " + e.getMessage());
            return;
        }
        String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(gcc.waitFor() == 0, "the kernel's headers are missing: " + said);
        Process run = new ProcessBuilder(program.toString()).start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String expected =
                "%d %d ".formatted(InputEvent.BYTES, Ioctl.ID_BYTES)
                        + "%s %s %s "
                                .formatted(u(Ioctl.GET_ID), u(Ioctl.GET_NAME), u(Ioctl.GET_UNIQ))
                        + "%s %s %s "
                                .formatted(u(Ioctl.GET_KEYS), u(Ioctl.GRAB), u(Ioctl.SET_CLOCK))
                        + "%d %d %d "
                                .formatted(
                                        Ioctl.KEY_BYTES * 8,
                                        Ioctl.CLOCK_MONOTONIC,
                                        InputEvent.SYN_DROPPED)
                        + "%d ".formatted(EventFile.OPEN_FLAGS)
                        + "%d 86 %d %d %d\n"
                                .formatted(
                                        Keys.RIGHT_ALT,
                                        Keys.keypad(0),
                                        Keys.KEYPAD_ENTER,
                                        Keys.RIGHT_META)
                        + HexFormat.of()
                                .formatHex(
                                        new InputEvent(3_999_999, 0x0102, 0x0304, 0x05060708)
                                                .bytes());
        assertThat(printed).isEqualTo(expected);
    }

    private static String u(int number) {
        return Integer.toUnsignedString(number);
    }
}
