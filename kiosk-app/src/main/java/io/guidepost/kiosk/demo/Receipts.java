package io.guidepost.kiosk.demo;

import io.guidepost.contract.sign.VerifyingKey;
import io.guidepost.contract.sign.VoucherToken;
import io.guidepost.devices.scanner.camera.DecodedCode;
import io.guidepost.devices.scanner.camera.FrameDecoder;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Reads what a kiosk printed, as the merchant's scanner would. */
public final class Receipts {
    private static final Duration DECODING = Duration.ofSeconds(5);

    private Receipts() {}

    /** The newest receipt, once there are so many. */
    public static BufferedImage await(KioskUnit kiosk, int count, Duration limit) {
        Wait.until(
                "receipt " + count + " out of the printer",
                limit,
                () -> kiosk.devices().printer().receipts().size() >= count);
        return kiosk.devices().printer().receipts().getLast();
    }

    /** The text in the receipt's QR code. */
    public static String qr(BufferedImage receipt) {
        List<DecodedCode> codes = new FrameDecoder(DECODING).decode(receipt);
        return codes.stream()
                .map(DecodedCode::data)
                .filter(d -> d.startsWith(VoucherToken.PREFIX))
                .findFirst()
                .orElseThrow(
                        () -> new DemoException("There is no voucher's QR code on the paper."));
    }

    /**
     * The voucher on a receipt.
     *
     * @throws DemoException where the backend's signature does not hold or it has ended
     */
    public static VoucherToken verified(KioskUnit kiosk, BufferedImage receipt) {
        VerifyingKey key = VerifyingKey.decode(Base64.getDecoder().decode(kiosk.property("key")));
        VoucherToken token =
                VoucherToken.verify(key, qr(receipt))
                        .orElseThrow(
                                () -> new DemoException("The voucher's signature does not hold."));
        if (token.validUntil().isBefore(Instant.now())) {
            throw new DemoException("The voucher is not valid any more: " + token.validUntil());
        }
        return token;
    }
}
