package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.Raster;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine;
import io.guidepost.devices.ReceiptLine.Code128;
import io.guidepost.devices.ReceiptLine.Cut;
import io.guidepost.devices.ReceiptLine.Ean13;
import io.guidepost.devices.ReceiptLine.Feed;
import io.guidepost.devices.ReceiptLine.Image;
import io.guidepost.devices.ReceiptLine.QrCode;
import io.guidepost.devices.ReceiptLine.Rule;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.TextStyle;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a receipt into ESC/POS commands. Letters the printer has go as text in the code page that
 * has them, every other line as a picture, so that no letter ever becomes a question mark.
 */
public final class EscPosEncoder {
    private static final int ESC = 0x1b;
    private static final int FS = 0x1c;
    private static final int GS = 0x1d;
    private static final int LF = 0x0a;
    private static final int DLE = 0x10;

    private final PrinterSettings settings;

    public EscPosEncoder(PrinterSettings settings) {
        this.settings = settings;
    }

    /**
     * The whole receipt, from reset to cut, in pieces of whole commands.
     *
     * @throws IllegalArgumentException if a line does not fit this printer
     */
    public List<byte[]> encode(Receipt receipt) {
        Pieces out = new Pieces();
        put(out, ESC, '@');
        // Printers made for China take bytes above 127 for Chinese until told otherwise.
        put(out, FS, '.');
        settings.logo().ifPresent(logo -> encode(out, new Image(logo)));
        if (receipt.copy()) {
            text(out, new Text("COPY", TextStyle.TITLE));
        }
        for (ReceiptLine line : receipt.lines()) {
            encode(out, line);
        }
        if (!(receipt.lines().getLast() instanceof Cut)) {
            cut(out);
        }
        return out.all();
    }

    private void encode(Pieces out, ReceiptLine line) {
        switch (line) {
            case Text text -> text(out, text);
            case Feed(int lines) -> put(out, ESC, 'd', lines);
            case Rule _ -> text(out, Text.of("─".repeat(settings.columns())));
            case QrCode(String data) -> qr(out, data.getBytes(StandardCharsets.UTF_8));
            case Ean13(String gtin) -> ean13(out, gtin);
            case Code128(String data) -> code128(out, data);
            case Image(Raster raster) -> {
                if (raster.width() > settings.dots()) {
                    throw new IllegalArgumentException(
                            "image is "
                                    + raster.width()
                                    + " dots wide, the paper "
                                    + settings.dots());
                }
                align(out, TextStyle.Align.CENTER);
                raster(out, raster);
            }
            case Cut _ -> cut(out);
        }
    }

    private void text(Pieces out, Text line) {
        String text = Normalizer.normalize(line.text(), Normalizer.Form.NFC);
        if (text.isBlank()) {
            put(out, LF);
            return;
        }
        TextStyle style = line.style();
        Optional<List<CodePages.Run>> runs = CodePages.runs(text, settings.pages());
        if (runs.isEmpty()) {
            align(out, TextStyle.Align.LEFT);
            raster(out, TextRaster.draw(text, style, settings.dots()));
            return;
        }
        align(out, style.align());
        put(out, ESC, 'E', style.bold() ? 1 : 0);
        put(out, GS, '!', size(style));
        int columns =
                style.size() == TextStyle.Size.DOUBLE ? settings.columns() / 2 : settings.columns();
        for (String part : wrap(text, columns)) {
            out.between(part.length() * 4);
            for (CodePages.Run run : CodePages.runs(part, settings.pages()).orElseThrow()) {
                put(out, ESC, 't', run.page().number());
                out.put(run.bytes());
            }
            put(out, LF);
        }
        put(out, GS, '!', 0);
        put(out, ESC, 'E', 0);
    }

    private static int size(TextStyle style) {
        return switch (style.size()) {
            case NORMAL -> 0x00;
            case TALL -> 0x01;
            case DOUBLE -> 0x11;
        };
    }

    /** Breaks at the last blank that fits, or inside a word that is longer than the line. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text.stripTrailing();
        while (rest.length() > columns) {
            int blank = rest.lastIndexOf(' ', columns);
            int end = blank > 0 && !rest.substring(0, blank).isBlank() ? blank : columns;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private void qr(Pieces out, byte[] data) {
        out.between(data.length + 40);
        align(out, TextStyle.Align.CENTER);
        qrFunction(out, 65, 50, 0);
        qrFunction(out, 67, moduleFor(data.length));
        qrFunction(out, 69, '1');
        int length = data.length + 3;
        put(out, GS, '(', 'k', length & 0xff, length >> 8, 49, 80, 48);
        out.put(data);
        qrFunction(out, 81, 48);
    }

    private static void qrFunction(Pieces out, int function, int... parameters) {
        put(out, GS, '(', 'k', parameters.length + 2, 0, 49, function);
        put(out, parameters);
    }

    /**
     * Dots per module: large enough for any phone, small enough for the paper (ISO/IEC 18004
     * capacities, level M).
     */
    private int moduleFor(int bytes) {
        int modules = bytes <= 60 ? 37 : bytes <= 150 ? 53 : bytes <= 400 ? 85 : 137;
        return Math.clamp(settings.dots() * 2L / 3 / modules, 3, 8);
    }

    private static void ean13(Pieces out, String gtin) {
        align(out, TextStyle.Align.CENTER);
        put(out, GS, 'h', 80);
        put(out, GS, 'w', 3);
        put(out, GS, 'H', 2);
        put(out, GS, 'k', 67, gtin.length());
        out.put(gtin.getBytes(StandardCharsets.US_ASCII));
    }

    private void code128(Pieces out, String text) {
        int modules = Code128Data.modules(text);
        int module = Math.min(3, settings.dots() / modules);
        if (module < 2) {
            throw new IllegalArgumentException(
                    "a Code 128 of "
                            + modules
                            + " modules is too wide for "
                            + settings.dots()
                            + " dots");
        }
        byte[] data = Code128Data.of(text);
        align(out, TextStyle.Align.CENTER);
        put(out, GS, 'h', 80);
        put(out, GS, 'w', module);
        put(out, GS, 'H', 2);
        put(out, GS, 'k', 73, data.length);
        out.put(data);
    }

    /** In bands, each a piece of its own. */
    private static void raster(Pieces out, Raster raster) {
        int across = (raster.width() + 7) / 8;
        int band = Math.max(1, (Pieces.USUAL - 8) / across);
        for (int top = 0; top < raster.height(); top += band) {
            int rows = Math.min(band, raster.height() - top);
            byte[] dots = new byte[rows * across];
            for (int i = 0; i < dots.length; i++) {
                dots[i] = (byte) eightDots(raster, i % across * 8, top + i / across);
                if (i > 0 && dots[i - 1] == DLE) {
                    dots[i] = harmless(dots[i]);
                }
            }
            out.between(dots.length + 8);
            put(out, GS, 'v', '0', 0, across & 0xff, across >> 8, rows & 0xff, rows >> 8);
            out.put(dots);
        }
    }

    /**
     * Printers look for real-time commands in pictures too: behind a DLE, one dot is changed where
     * the next byte would make one of them (EOT, ENQ, DC4), which might open the cash drawer.
     */
    private static byte harmless(byte b) {
        return switch (b) {
            case 0x04, 0x05, 0x14 -> (byte) (b ^ 0x08);
            default -> b;
        };
    }

    private static int eightDots(Raster raster, int x, int y) {
        int bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 1 | (raster.isBlack(x + i, y) ? 1 : 0);
        }
        return bits;
    }

    private static void align(Pieces out, TextStyle.Align align) {
        int place =
                switch (align) {
                    case LEFT -> 0;
                    case CENTER -> 1;
                    case RIGHT -> 2;
                };
        put(out, ESC, 'a', place);
    }

    private static void cut(Pieces out) {
        put(out, GS, 'V', 66, 0);
    }

    private static void put(Pieces out, int... bytes) {
        out.put(bytes);
    }
}
