package io.guidepost.kiosk.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.code.CodeParser;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.code.LabelLayout;
import io.guidepost.contract.code.Measure;
import io.guidepost.contract.code.ScannedCode;
import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.FrameHint;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Symbology;
import io.guidepost.kiosk.platform.Counters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScanServiceTest {
    private final Counters counters = new Counters();
    private final ScanService service =
            new ScanService(new CodeParser(List.of(LabelLayout.parse("20IIIIIVPP.PPC"))), counters);
    private final List<ScannedCode> heard = new ArrayList<>();

    @Test
    void readsTheShopsOwnLabels() {
        scan("2012345928756");
        assertThat(heard)
                .containsExactly(
                        new ScannedCode.Label(
                                Gtin.parse("2012345000001"),
                                "12345",
                                Optional.of(new Measure.Price(new BigDecimal("28.75")))));
        assertThat(ScanService.isSignOfLife(heard.getFirst())).isTrue();
    }

    /** Who shows a wallet too early stands there, but the code goes no further. */
    @Test
    void aWalletsCodeLeavesNothingButItsCount() {
        scan("281234567890123456");
        assertThat(heard).containsExactly(new ScannedCode.Unknown(Reason.PAYMENT_CODE));
        assertThat(ScanService.isSignOfLife(heard.getFirst())).isTrue();
        assertThat(counters.all())
                .containsOnlyKeys("scan.read", "scan.unknown.payment-code")
                .containsEntry("scan.unknown.payment-code", 1L);
    }

    @Test
    void tellsHowToHoldSomethingBeforeACamera() {
        List<FrameHint> hints = new ArrayList<>();
        service.onHint(hints::add);
        service.hint(FrameHint.TOO_NEAR);
        assertThat(hints).containsExactly(FrameHint.TOO_NEAR);
        assertThat(counters.all()).containsEntry("scan.hint.too-near", 1L);
    }

    private void scan(String data) {
        var listening = service.onCode(heard::add);
        service.read(
                new Scan(
                        data,
                        Optional.empty(),
                        Symbology.UNKNOWN,
                        Instant.EPOCH,
                        new DeviceId(DeviceKind.SCANNER, "scanner")));
        listening.close();
    }
}
