package io.guidepost.contract.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.fleet.DeviceReport.Counters;
import io.guidepost.contract.fleet.DeviceReport.Evidence;
import io.guidepost.contract.fleet.DeviceReport.Health;
import io.guidepost.contract.fleet.DeviceReport.Identity;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.contract.fleet.DeviceReport.Status;
import io.guidepost.contract.fleet.DeviceReport.Verdict;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceBatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void comesBackAsItWent() {
        DeviceBatch batch =
                DeviceBatch.of(
                        Ids.newId(),
                        7,
                        NOON,
                        List.of(
                                report("printer", Counters.of(Map.of("pages", 12L))),
                                new DeviceReport(
                                        "scanner-left",
                                        "SCANNER",
                                        "scanner.serial",
                                        new Status(State.READY, NOON, Optional.empty()),
                                        new Identity("", "", "", ""),
                                        new Health(unseen(), unseen(), unseen()),
                                        Counters.of(Map.of()))));
        assertThat(Json.read(Json.write(batch), DeviceBatch.class)).isEqualTo(batch);
    }

    @Test
    void theLargestIsWellBelowThePacketAndSaysWhatIsLeftOut() {
        String widest = "\"漢".repeat(200);
        String most = DeviceReport.words(widest);
        String part = DeviceReport.identity(widest);
        Evidence evidence = new Evidence(Verdict.BAD, most, Optional.of(NOON));
        Map<String, Long> counters =
                IntStream.range(0, 30)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        i -> "c".repeat(38) + (i + 10), _ -> Long.MAX_VALUE));
        List<DeviceReport> devices =
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        new DeviceReport(
                                                "d".repeat(38) + (i + 10),
                                                "K".repeat(20),
                                                "r".repeat(40),
                                                new Status(
                                                        State.DISCONNECTED,
                                                        NOON,
                                                        Optional.of(most)),
                                                new Identity(part, part, part, part),
                                                new Health(evidence, evidence, evidence),
                                                Counters.of(counters)))
                        .toList();
        DeviceBatch batch = DeviceBatch.of(Ids.newId(), Long.MAX_VALUE, NOON, devices);

        byte[] json = Json.write(batch);
        assertThat(json).hasSizeLessThan(DeviceBatch.MOST_BYTES);
        assertThat(DeviceBatch.MOST_BYTES).isLessThan(Topics.MAXIMUM_PACKET * 2 / 3);
        assertThat(batch.devices()).hasSize(DeviceBatch.MOST_DEVICES);
        assertThat(batch.omitted()).isEqualTo(6);
        assertThat(batch.devices().getFirst().counters().omitted()).isEqualTo(6);
        assertThat(Json.read(json, DeviceBatch.class)).isEqualTo(batch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0007"})
    void wordsAreCutBetweenLettersAndSayThatThereWasMore(String first) {
        String fits = DeviceReport.words(first + "😀".repeat(160));
        assertThat(fits).endsWith("😀…").hasSizeBetween(159, 160);
        assertThat(fits.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
        assertThat(fits.chars().noneMatch(Character::isISOControl)).isTrue();
        assertThat(DeviceReport.words("x".repeat(160))).isEqualTo("x".repeat(160));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seq\":7 | \"seq\":0",
                "\"state\":\"FAULT\" | \"state\":\"BROKEN\"",
                "\"pages\":12 | \"pages\":-1",
                "\"pages\":12 | \"Pages \":1",
                "\"name\":\"printer\" | \"name\":\"<b>\"",
                "\"driver\":\"printer.escpos\" | \"driver\":\"\"",
                "\"omitted\":0 | \"omitted\":-1",
                "\"vendor\":\"Epson\" | \"vendor\":\"a\\u0000b\"",
                "\"vendor\":\"Epson\", | ''",
            })
    void whatIsNotAsTheContractSaysIsRefused(String right, String wrong) {
        String json =
                Json.writeText(
                        DeviceBatch.of(
                                Ids.newId(),
                                7,
                                NOON,
                                List.of(report("printer", Counters.of(Map.of("pages", 12L))))));
        String bad = json.replace(right, wrong);
        assertThat(bad).isNotEqualTo(json);
        assertThatThrownBy(() -> Json.read(bad, DeviceBatch.class)).isInstanceOf(BadJson.class);
    }

    @Test
    void limitsAreNamed() {
        DeviceReport printer = report("printer", Counters.of(Map.of()));
        assertThatThrownBy(() -> DeviceBatch.of(Ids.newId(), 1, NOON, List.of(printer, printer)))
                .hasMessage("devices: each name once");
        assertThatThrownBy(() -> new Evidence(Verdict.GOOD, "x".repeat(161), Optional.empty()))
                .hasMessage("what: longer than 160 characters");
    }

    private static Evidence unseen() {
        return new Evidence(Verdict.UNKNOWN, "nothing seen yet", Optional.empty());
    }

    private static DeviceReport report(String name, Counters counters) {
        return new DeviceReport(
                name,
                "PRINTER",
                "printer.escpos",
                new Status(State.FAULT, NOON, Optional.of("no paper")),
                new Identity("Epson", "TM-T88", "X1", "/dev/usb/lp0"),
                new Health(
                        new Evidence(Verdict.GOOD, "the driver's thread runs", Optional.of(NOON)),
                        new Evidence(Verdict.GOOD, "the device was heard", Optional.of(NOON)),
                        new Evidence(Verdict.BAD, "no paper", Optional.of(NOON))),
                counters);
    }
}
