package io.guidepost.devices.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BordersTest {
    /** A bar stands for a pause. The answer is where the code begins, or nothing. */
    @ParameterizedTest
    @CsvSource({
        "4006381333931, 0",
        "400638|1333931, 0",
        "4006|3813|33931, 0",
        "400638|4012345678901, 6",
        "4006381333931|4012345678901, 13",
        "400|638|4012345678901, 6",
        // Five digits and an EAN-8 that are an EAN-13 together.
        "40064|96385074, 5",
        "MEMBER|77, -1",
        "MEMBER-77|, 0",
        "MEMBER|4012345678901, 6",
        "0104006381333931|, 0",
        "01040063|0104012345678901, 8",
        "]E0400|]E04012345678901, 6",
        "]E0400]E04012345678901, 6",
        "]E0400]Q1https://id.example/01/04012345678901, 6",
        "]Q1https://id|.example/01/04012345678901, 0",
        "]Q1[[a]b1]c2, 0",
        "]Q1[[a]|]E04012345678901, 7",
        "[a]b1, 0",
        "]E0400]E0401]E04012345678901, 12",
    })
    void findsTheCodeOrRefusesBoth(String sent, int begin) {
        List<Integer> pauses = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sent.length(); i++) {
            if (sent.charAt(i) == '|') {
                pauses.add(text.length());
            } else {
                text.append(sent.charAt(i));
            }
        }
        assertThat(Borders.begin(text.toString(), pauses))
                .isEqualTo(begin < 0 ? OptionalInt.empty() : OptionalInt.of(begin));
    }

    @Test
    void whatIsProvenAsAWholeAndInPartIsRefused() {
        String both =
                IntStream.range(10000, 10100)
                        .mapToObj(head -> head + "96385074")
                        .filter(CodeProof::proven)
                        .findFirst()
                        .orElseThrow();
        assertThat(Borders.begin(both, List.of(5))).isEmpty();
    }
}
