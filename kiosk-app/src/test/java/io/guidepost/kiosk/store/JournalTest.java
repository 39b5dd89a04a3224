package io.guidepost.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("some.journal");
    }

    @Test
    void givesBackWhatWasAddedInItsOrder() throws IOException {
        write("one", "two", "three");

        assertThat(reopened().records())
                .extracting(JournalTest::text)
                .containsExactly("one", "two", "three");
    }

    @Test
    void cutsOffATornLastRecordWhereverItWasTorn() throws IOException {
        write("one", "two");
        byte[] whole = Files.readAllBytes(file);
        int second = whole.length / 2;
        for (int length = second + 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            Contents contents = reopened();

            assertThat(contents.records()).extracting(JournalTest::text).containsExactly("one");
            assertThat(contents.torn()).isPositive();
            assertThat(Files.size(file)).isEqualTo(second);
        }
    }

    @Test
    void writesOnAfterATornRecord() throws IOException {
        write("one", "two");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        write("three");

        assertThat(reopened().records())
                .extracting(JournalTest::text)
                .containsExactly("one", "three");
    }

    @Test
    void findsEveryFlippedBitAndSkipsOnlyThatRecord() throws IOException {
        write("aaaa", "bbbb", "cccc");
        byte[] whole = Files.readAllBytes(file);
        int third = whole.length / 3;
        for (int at = third; at < 2 * third; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);

            Contents contents = reopened();

            assertThat(contents.records())
                    .extracting(JournalTest::text)
                    .containsExactly("aaaa", "cccc");
            assertThat(contents.damaged()).isEqualTo(third);
            assertThat(folder.resolve("some.journal.damaged")).hasBinaryContent(damaged);
        }
    }

    @Test
    void readsEachRecordWhereItWasSaidToBegin() throws IOException {
        try (Journal journal = new Journal(file)) {
            journal.open((position, payload) -> {});
            long[] first = journal.append(List.of(bytes("one"), bytes("second")), true);
            long[] then = journal.append(List.of(bytes("3")), false);
            assertThat(text(journal.read(first[0]))).isEqualTo("one");
            assertThat(text(journal.read(first[1]))).isEqualTo("second");
            assertThat(text(journal.read(then[0]))).isEqualTo("3");
            assertThatThrownBy(() -> journal.read(first[1] + 1)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> journal.read(journal.length()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsForSomebodyWhoWasInterruptedAndWritesAfterwards() throws IOException {
        try (Journal journal = new Journal(file)) {
            journal.open((position, payload) -> {});
            long[] at = journal.append(List.of(bytes("one")), true);
            Thread.currentThread().interrupt();
            assertThat(text(journal.read(at[0]))).isEqualTo("one");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(journal.append(List.of(bytes("two")), true)).hasSize(1);
        }
    }

    @Test
    void isReplacedAsAWhole() throws IOException {
        write("one", "two");
        try (Journal journal = new Journal(file)) {
            journal.open((position, payload) -> {});
            long[] at = journal.replaceWith(List.of(bytes("kept"), bytes("too")).iterator());
            assertThat(text(journal.read(at[1]))).isEqualTo("too");
            journal.append(List.of(bytes("new")), true);
        }

        assertThat(reopened().records())
                .extracting(JournalTest::text)
                .containsExactly("kept", "too", "new");
    }

    private void write(String... texts) throws IOException {
        try (Journal journal = new Journal(file)) {
            journal.open((position, payload) -> {});
            journal.append(Arrays.stream(texts).map(JournalTest::bytes).toList(), true);
        }
    }

    private record Contents(List<byte[]> records, long torn, long damaged) {}

    private Contents reopened() throws IOException {
        try (Journal journal = new Journal(file)) {
            List<byte[]> records = new ArrayList<>();
            Journal.Found found = journal.open((position, payload) -> records.add(payload));
            return new Contents(records, found.torn(), found.damaged());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
