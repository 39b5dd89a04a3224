package io.guidepost.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        file = folder.resolve("money.journal");
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

            Journal.Contents contents = reopened();

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

            Journal.Contents contents = reopened();

            assertThat(contents.records())
                    .extracting(JournalTest::text)
                    .containsExactly("aaaa", "cccc");
            assertThat(contents.damaged()).isEqualTo(third);
            assertThat(folder.resolve("money.journal.damaged")).hasBinaryContent(damaged);
        }
    }

    @Test
    void isReplacedAsAWhole() throws IOException {
        write("one", "two");
        try (Journal journal = new Journal(file)) {
            journal.open();
            journal.replaceWith(List.of(bytes("kept")));
            journal.append(List.of(bytes("new")));
        }

        assertThat(reopened().records())
                .extracting(JournalTest::text)
                .containsExactly("kept", "new");
    }

    private void write(String... texts) throws IOException {
        try (Journal journal = new Journal(file)) {
            journal.open();
            journal.append(Arrays.stream(texts).map(JournalTest::bytes).toList());
        }
    }

    private Journal.Contents reopened() throws IOException {
        try (Journal journal = new Journal(file)) {
            return journal.open();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
