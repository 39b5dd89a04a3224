package io.guidepost.devices.terminal.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome.Reversed;
import io.guidepost.devices.sim.TerminalBehaviour;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Wireshark's ZVT dissector, which nobody here wrote, reads what driver and simulator say to each
 * other: every message, and in each field what the driver sent and understood.
 */
class ZvtOracleTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Commands that the dissector has no name for; it passes them by. */
    private static final Set<String> UNNAMED = Set.of("0501", "0620", "06b0");

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    /** A message as the dissector saw it. */
    private record Seen(
            String control,
            String name,
            String amount,
            String currency,
            String result,
            String trace,
            String receipt) {}

    @Test
    void theDissectorReadsEveryMessageAsTheDriverDoes() throws Exception {
        assumeTrue(tsharkIsThere(), "tshark is not installed");
        Recording recording = new Recording();
        Path capture = directory.resolve("session.pcap");
        Approved approved;
        Reversed reversed;
        try (ZvtRig rig = ZvtRig.start(directory)) {
            rig.simulator().setNextReceipt(4711);
            ZvtTerminal terminal = rig.driver(recording.of(rig.opener()));
            terminal.start();
            await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
            rig.script().setPrints(true);
            PaymentOrder order = order(2490);
            approved = (Approved) get(terminal.pay(order));
            rig.script().next(TerminalBehaviour.DECLINE);
            assertThat(get(terminal.pay(order(1200)))).isInstanceOf(Declined.class);
            reversed =
                    (Reversed)
                            get(
                                    terminal.reverse(
                                            new ReversalOrder(
                                                    UUID.randomUUID(), order.id(), 2490, "EUR")));
            rig.script().next(TerminalBehaviour.TIME_OUT);
            assertThat(get(terminal.pay(order(700)))).isInstanceOf(Declined.class);
            assertThat(get(terminal.endOfDay())).isInstanceOf(EndOfDay.Done.class);
            terminal.close();
        }
        recording.write(capture);

        List<Seen> seen = dissect(capture);
        assertThat(seen)
                .extracting(Seen::name)
                .contains(
                        "Registration",
                        "Authorisation",
                        "Intermediate Status Information",
                        "Status Information",
                        "Print Line",
                        "Print Text Block",
                        "Completion",
                        "Abort",
                        "Reversal",
                        "End Of Day");
        assertThat(of(seen, "0x0601"))
                .extracting(Seen::amount, Seen::currency)
                .containsExactly(
                        tuple("2490", "0x0978"), tuple("1200", "0x0978"), tuple("700", "0x0978"));
        assertThat(of(seen, "0x0630"))
                .extracting(Seen::amount, Seen::currency, Seen::receipt)
                .containsExactly(tuple("2490", "0x0978", "4711"));
        // The payment, the refused one, the reversal: as the driver understood them.
        assertThat(of(seen, "0x040f").stream().filter(s -> !s.amount().isEmpty()).toList())
                .contains(
                        new Seen(
                                "0x040f",
                                "Status Information",
                                "2490",
                                "0x0978",
                                "0x00",
                                "000001",
                                "4711"),
                        new Seen(
                                "0x040f",
                                "Status Information",
                                "1200",
                                "0x0978",
                                "0x05",
                                "000002",
                                "4712"),
                        new Seen(
                                "0x040f",
                                "Status Information",
                                "2490",
                                "0x0978",
                                "0x00",
                                "000003",
                                "4713"));
        assertThat(approved.terminalTransactionId()).startsWith("4711/1/");
        assertThat(reversed.terminalTransactionId()).startsWith("4713/3/");
        assertThat(of(seen, "0x061e")).extracting(Seen::result).contains("0x05", "0x6c");
    }

    private static org.assertj.core.groups.Tuple tuple(String... values) {
        return org.assertj.core.groups.Tuple.tuple((Object[]) values);
    }

    private static List<Seen> of(List<Seen> seen, String control) {
        return seen.stream().filter(s -> s.control().equals(control)).toList();
    }

    /** Every message that the dissector names; fails where it finds one that is malformed. */
    private static List<Seen> dissect(Path capture) throws Exception {
        Process tshark =
                new ProcessBuilder(
                                "tshark",
                                "-r",
                                capture.toString(),
                                "-d",
                                "tcp.port==" + Recording.TERMINAL_PORT + ",zvt",
                                "-T",
                                "pdml")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Element pdml;
        try (InputStream out = tshark.getInputStream()) {
            pdml =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(out)
                            .getDocumentElement();
        }
        assertThat(tshark.waitFor(30, TimeUnit.SECONDS)).isTrue();
        List<Seen> seen = new ArrayList<>();
        int unnamed = 0;
        for (Element packet : children(pdml, "packet")) {
            boolean zvt = false;
            for (Element proto : children(packet, "proto")) {
                String name = proto.getAttribute("name");
                assertThat(name).isNotEqualTo("_ws.malformed");
                if (name.equals("zvt")) {
                    zvt = true;
                    assertThat(field(proto, "zvt.apdu_len.invalid", "show")).isEmpty();
                    for (Element apdu : children(proto, "field")) {
                        seen.add(seen(apdu));
                    }
                }
            }
            if (!zvt) {
                assertThat(payload(packet).substring(0, 4)).isIn(UNNAMED);
                unnamed++;
            }
        }
        assertThat(unnamed).isPositive();
        return seen.stream().filter(s -> !s.control().isEmpty()).toList();
    }

    private static Seen seen(Element apdu) {
        String shown = field(apdu, "zvt.control_field", "showname");
        String receipt =
                all(apdu)
                        .filter(f -> f.getAttribute("show").equals("Bitmap: Receipt number"))
                        .map(f -> f.getAttribute("value").substring(2))
                        .findFirst()
                        .orElse("");
        return new Seen(
                field(apdu, "zvt.control_field", "show"),
                shown.replaceAll("Control-field: (.*) \\(0x.*\\)", "$1"),
                field(apdu, "zvt.amount", "show"),
                field(apdu, "zvt.cc", "show"),
                field(apdu, "zvt.result_code", "show"),
                field(apdu, "zvt.trace_number", "show"),
                receipt);
    }

    private static String payload(Element packet) {
        return all(packet)
                .filter(f -> f.getAttribute("name").equals("tcp.payload"))
                .map(f -> f.getAttribute("value"))
                .findFirst()
                .orElse("----");
    }

    private static String field(Element in, String name, String attribute) {
        return all(in).filter(f -> f.getAttribute("name").equals(name))
                .map(f -> f.getAttribute(attribute))
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> all(Element in) {
        NodeList fields = in.getElementsByTagName("field");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < fields.getLength(); i++) {
            elements.add((Element) fields.item(i));
        }
        return elements.stream();
    }

    private static List<Element> children(Element in, String name) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < in.getChildNodes().getLength(); i++) {
            if (in.getChildNodes().item(i) instanceof Element element
                    && element.getTagName().equals(name)) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static boolean tsharkIsThere() throws InterruptedException {
        try {
            Process tshark =
                    new ProcessBuilder("tshark", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return tshark.waitFor(20, TimeUnit.SECONDS) && tshark.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static PaymentOrder order(long amountMinor) {
        return new PaymentOrder(UUID.randomUUID(), amountMinor, "EUR", "booking 7");
    }

    private static <T> T get(java.util.concurrent.CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
