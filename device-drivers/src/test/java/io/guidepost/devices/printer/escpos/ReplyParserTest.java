package io.guidepost.devices.printer.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
                        public void acknowledged() {
                            heard.add("acknowledged");
                        }

                        @Override
                        public void cleared() {
                            heard.add("cleared");
                        }

                        @Override
                        public void identity(String text) {
                            heard.add("I am " + text);
                        }

                        @Override
                        public void processed(String processId) {
                            heard.add(processId);
                        }
                    });

    @Test
    void tellsRepliesApartByteByByte() {
        PrinterCondition open = PrinterCondition.of(PrinterCondition.Trouble.COVER_OPEN);
        take(PrinterCondition.FINE.bytes());
        take(new byte[] {0x12});
        take(new byte[] {0x37, 0x25, 0});
        take(open.bytes());
        take(new byte[] {0x37, 0x22, '0', '0', '4', '2', 0});
        take(new byte[] {'_', 'T', 'M', 0});
        take(new byte[] {0});
        take(new byte[] {0x10, 0});
        take(PrinterCondition.FINE.bytes());
        assertThat(heard)
                .containsExactly(
                        PrinterCondition.FINE,
                        0x12,
                        "cleared",
                        open,
                        "0042",
                        "I am TM",
                        "acknowledged",
                        PrinterCondition.FINE);
    }

    @Test
    void readsBackEachConditionItWrites() {
        List<PrinterCondition> conditions = new ArrayList<>(List.of(PrinterCondition.FINE));
        for (PrinterCondition.Trouble trouble : PrinterCondition.Trouble.values()) {
            for (PrinterCondition known : List.copyOf(conditions)) {
                Set<PrinterCondition.Trouble> more = EnumSet.of(trouble);
                more.addAll(known.troubles());
                conditions.add(new PrinterCondition(more));
            }
        }
        for (PrinterCondition condition : conditions) {
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
