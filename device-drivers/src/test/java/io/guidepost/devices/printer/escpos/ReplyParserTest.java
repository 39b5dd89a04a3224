package io.guidepost.devices.printer.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyParserTest {
    private final List<Object> heard = new ArrayList<>();

    private final ReplyParser parser =
            new ReplyParser(
                    new ReplyParser.Sink() {
                        @Override
                        public void condition(PrinterCondition condition) {
                            heard.add(condition);
                        }

                        @Override
                        public void realTime(int status) {
                            heard.add(status);
                        }

                        @Override
                        public void processed(String processId) {
                            heard.add(processId);
                        }
                    });

    @Test
    void tellsRepliesApartByteByByte() {
        PrinterCondition open = new PrinterCondition(true, true, false, false, false);
        take(PrinterCondition.FINE.bytes());
        take(new byte[] {0x12});
        take(new byte[] {0x37, 0x25, 0});
        take(open.bytes());
        take(new byte[] {0x37, 0x22, '0', '0', '4', '2', 0});
        take(PrinterCondition.FINE.bytes());
        assertThat(heard)
                .containsExactly(PrinterCondition.FINE, 0x12, open, "0042", PrinterCondition.FINE);
    }

    @Test
    void readsBackEachConditionItWrites() {
        for (int bits = 0; bits < 32; bits++) {
            PrinterCondition condition =
                    new PrinterCondition(
                            (bits & 1) != 0,
                            (bits & 2) != 0,
                            (bits & 4) != 0,
                            (bits & 8) != 0,
                            (bits & 16) != 0);
            heard.clear();
            take(condition.bytes());
            assertThat(heard).containsExactly(condition);
            int[] answers = new int[PrinterCondition.REAL_TIME_ANSWERS];
            heard.clear();
            for (int n = 1; n <= answers.length; n++) {
                take(new byte[] {condition.realTime(n)});
                answers[n - 1] = condition.realTime(n);
            }
            assertThat(heard).hasSize(answers.length);
            assertThat(PrinterCondition.ofRealTime(answers)).isEqualTo(condition);
        }
    }

    private void take(byte[] bytes) {
        for (byte b : bytes) {
            parser.take(new byte[] {b}, 1);
        }
    }
}
