package io.guidepost.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can order of a simulated terminal. */
class TerminalConsoleTest {

    @Test
    void everythingThatTheScriptKnowsCanBeOrdered(@TempDir Path directory) throws Exception {
        try (TerminalSimulator terminal =
                TerminalSimulator.start(0, directory.resolve("terminal.journal"))) {
            TerminalConsole console = new TerminalConsole(terminal);
            console.order("usual card-left-in");
            console.order("next wrong-amount");
            assertThat(terminal.script().takeBehaviour()).isEqualTo(TerminalBehaviour.WRONG_AMOUNT);
            assertThat(terminal.script().takeBehaviour()).isEqualTo(TerminalBehaviour.CARD_LEFT_IN);
            console.order("fault reversal refused");
            console.order("once reversal silent");
            assertThat(terminal.script().takeFault(TerminalStep.REVERSAL))
                    .isEqualTo(TerminalFault.SILENT);
            assertThat(terminal.script().takeFault(TerminalStep.REVERSAL))
                    .isEqualTo(TerminalFault.REFUSED);
            console.order("pieces 3");
            assertThat(terminal.script().pieces()).isEqualTo(3);
            console.order("mute");
            assertThat(terminal.script().takeFault(TerminalStep.LOGIN))
                    .isEqualTo(TerminalFault.DEAF);
            console.order("well");
            assertThat(terminal.script().takeFault(TerminalStep.REVERSAL))
                    .isEqualTo(TerminalFault.NONE);
            assertThat(console.order("card")).isEqualTo("No payment waits for a card.");
            assertThat(console.order("help")).contains("card-left-in", "diagnosis", "garbage");
            assertThat(console.order("charges")).isEqualTo("Nothing was taken.");
        }
    }

    @Test
    void whatThereIsNotIsSaid(@TempDir Path directory) throws Exception {
        try (TerminalSimulator terminal =
                TerminalSimulator.start(0, directory.resolve("terminal.journal"))) {
            TerminalConsole console = new TerminalConsole(terminal);
            assertThatThrownBy(() -> console.order("next soup"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("partial, wrong-amount");
            assertThatThrownBy(() -> console.order("dance")).hasMessageContaining("bad-card");
            assertThatThrownBy(() -> console.order("pieces many")).hasMessageContaining("9999");
        }
    }
}
