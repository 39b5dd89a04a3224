package io.guidepost.kiosk.voucher;

import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.money.Money;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine;
import io.guidepost.devices.TextStyle;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** What a voucher looks like on paper. */
final class VoucherReceipt {
    private static final TextStyle CENTRED = TextStyle.PLAIN.aligned(TextStyle.Align.CENTER);
    private static final TextStyle STRONG =
            new TextStyle(TextStyle.Size.TALL, true, TextStyle.Align.CENTER);

    private final ReceiptLabels labels;

    VoucherReceipt(ReceiptLabels labels) {
        this.labels = labels;
    }

    Receipt of(Voucher voucher, boolean copy) {
        List<ReceiptLine> lines = new ArrayList<>();
        lines.add(new ReceiptLine.Text(clean(labels.heading()), TextStyle.TITLE));
        lines.add(new ReceiptLine.Rule());
        lines.add(new ReceiptLine.Text(clean(voucher.title()), STRONG));
        lines.add(new ReceiptLine.Text(clean(voucher.merchantName()), CENTRED));
        lines.add(new ReceiptLine.Text(clean(voucher.place()), CENTRED));
        lines.add(new ReceiptLine.Feed(1));
        voucher.start().ifPresent(start -> lines.add(line(labels.start(), time(start))));
        if (voucher.quantity() > 1) {
            lines.add(line(labels.quantity(), Integer.toString(voucher.quantity())));
        }
        lines.add(line(labels.paid(), money(voucher.paid())));
        lines.add(line(labels.validUntil(), time(voucher.validUntil())));
        lines.add(line(labels.reference(), voucher.reference()));
        lines.add(new ReceiptLine.Feed(1));
        lines.add(new ReceiptLine.QrCode(voucher.token()));
        lines.add(new ReceiptLine.Text(clean(labels.hint()), CENTRED));
        lines.add(new ReceiptLine.Feed(2));
        lines.add(new ReceiptLine.Cut());
        return new Receipt(lines, copy);
    }

    private static ReceiptLine line(String label, String value) {
        return ReceiptLine.Text.of(clean(label + ": " + value));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(labels.locale())
                .withZone(labels.zone())
                .format(at);
    }

    private String money(Money amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(labels.locale());
        format.setCurrency(amount.currency());
        format.setMinimumFractionDigits(amount.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(amount.currency().getDefaultFractionDigits());
        return format.format(amount.toDecimal());
    }

    /**
     * Names come from merchants' feeds: control characters out, and no longer than a line may be.
     */
    private static String clean(String text) {
        String out = text.replaceAll("\\p{Cntrl}", " ");
        return out.length() <= 2000 ? out : out.substring(0, 2000);
    }
}
