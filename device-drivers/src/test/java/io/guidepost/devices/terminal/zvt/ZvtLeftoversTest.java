package io.guidepost.devices.terminal.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.terminal.zvt.Attempt.Told;
import io.guidepost.devices.transport.TcpLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to an earlier transaction decides nothing about a later one. */
@Timeout(20)
class ZvtLeftoversTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Apdu PAYMENT = Command.authorisation(500, "EUR", 0x40);

    @Test
    void whatComesBeforeTheAcceptanceBelongsToSomethingEarlier() throws Exception {
        Fields earlier =
                Fields.NONE
                        .with(Bmp.RESULT, new byte[] {0})
                        .with(Bmp.AMOUNT, 500)
                        .with(Bmp.RECEIPT, 7);
        assertThat(
                        talk(
                                new Apdu(Command.STATUS_INFORMATION, earlier.bytes()),
                                new Apdu(Command.COMPLETION, new byte[0])))
                .isEqualTo(new Ending.Unsure("no answer", Optional.empty()));
    }

    @Test
    void aLeftoverCompletionDoesNotEndWhatBeginsAfterIt() throws Exception {
        assertThat(
                        talk(
                                new Apdu(Command.COMPLETION, new byte[0]),
                                Apdu.ACCEPTED,
                                new Apdu(Command.ABORT, new byte[] {0x6C})))
                .isEqualTo(new Ending.Aborted(0x6C, Optional.empty()));
    }

    @Test
    void anAbortIsWrittenForItsOwnPaymentOnly() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket till = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket terminal = server.accept()) {
            ZvtSession session = session(till);
            assertThat(session.abort(UUID.randomUUID())).isFalse();
            UUID id = UUID.randomUUID();
            Thread reader = reading(session);
            Thread paying =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            var _ =
                                                    session.talk(
                                                            id,
                                                            PAYMENT,
                                                            LIMIT,
                                                            Conversation.Watcher.NONE);
                                        } catch (InterruptedException _) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
            byte[] sent = PAYMENT.bytes();
            assertThat(terminal.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            assertThat(session.abort(id)).as("before it has begun").isFalse();
            assertThat(session.abort(UUID.randomUUID())).isFalse();
            paying.interrupt();
            paying.join();
            session.close();
            reader.join();
        }
    }

    @Test
    void aReceiptHasOneOwnerAndNoResultIsNoFailure(@TempDir Path directory) throws Exception {
        Told told =
                new Told(
                        new Mark(7, 12, "1123170000"),
                        OptionalInt.empty(),
                        500,
                        "EUR",
                        "",
                        Optional.empty());
        Attempt first = attempt();
        Attempt second = attempt();
        try (ReceiptBook book = new ReceiptBook(directory.resolve("book"))) {
            book.told(book.sent(first), told);
            book.sent(second);
            assertThatThrownBy(() -> book.told(second, told))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        try (ReceiptBook book = new ReceiptBook(directory.resolve("book"))) {
            assertThat(book.find(first.id()).orElseThrow().told()).contains(told);
            assertThat(book.find(second.id()).orElseThrow().told()).isEmpty();
            assertThat(told.failed()).isFalse();
            assertThat(told.done()).isFalse();
        }
    }

    private static Attempt attempt() {
        UUID id = UUID.randomUUID();
        return new Attempt(
                id, id, 500, "EUR", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How a payment ends at a terminal that says this to it. */
    private static Ending talk(Apdu... said) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket till = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket terminal = server.accept()) {
            Thread answering =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            terminal.getInputStream()
                                                    .readNBytes(PAYMENT.bytes().length);
                                            for (Apdu message : said) {
                                                terminal.getOutputStream().write(message.bytes());
                                            }
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    });
            ZvtSession session = session(till);
            Thread reader = reading(session);
            Ending ending =
                    session.talk(UUID.randomUUID(), PAYMENT, LIMIT, Conversation.Watcher.NONE);
            session.close();
            reader.join();
            answering.join();
            return ending;
        }
    }

    private static ZvtSession session(Socket till) throws Exception {
        TcpLine line = new TcpLine(till);
        return new ZvtSession(
                line,
                new TcpWire(line),
                ZvtRig.settings(),
                new DeviceState(new DeviceId(DeviceKind.TERMINAL, "leftovers"), Clock.systemUTC()));
    }

    private static Thread reading(ZvtSession session) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                session.serve(() -> {});
                            } catch (IOException _) {
                                // The test closed the line.
                            }
                        });
    }
}
