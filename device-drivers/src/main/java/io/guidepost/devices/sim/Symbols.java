package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import io.guidepost.devices.scanner.camera.BarPictures;
import io.guidepost.devices.scanner.camera.BarPictures.Bars;
import io.guidepost.devices.scanner.camera.CodePictures;
import io.guidepost.devices.sim.CommandBytes.ClearedException;
import io.guidepost.devices.sim.EscPosInterpreter.Machine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The commands that print codes: {@code GS k} in both forms, {@code GS ( k}. */
final class Symbols {
    private static final int MOST_DATA = 7100;
    private static final int QUIET = 16;

    private final PrintHead head;
    private final Machine machine;
    private int height;
    private int module;
    private int words;
    private int qrModule;
    private int pdfModule;
    private String qr = "";
    private String pdf = "";

    Symbols(PrintHead head, Machine machine) {
        this.head = head;
        this.machine = machine;
        reset();
    }

    final void reset() {
        height = 162;
        module = 3;
        words = 0;
        qrModule = 3;
        pdfModule = 3;
        qr = "";
        pdf = "";
    }

    void set(int what, int value) {
        switch (what) {
            case 'h' -> height = Math.max(1, value);
            case 'w' -> module = Math.clamp(value, 1, 6);
            case 'H' -> words = EscPosInterpreter.digit(value);
            default -> {
                // The font of the words beneath: they are always printed in font A.
            }
        }
    }

    /** {@code GS k m d… NUL} or {@code GS k m n d…}. */
    void bars(CommandBytes in) throws ClearedException, InterruptedException {
        int symbology = in.next();
        byte[] data;
        if (symbology < 65) {
            ByteArrayOutputStream letters = new ByteArrayOutputStream();
            for (int b = in.next(); b != 0; b = in.next()) {
                if (letters.size() < 255) {
                    letters.write(b);
                }
            }
            data = letters.toByteArray();
        } else {
            data = in.bytes(in.next());
        }
        try {
            draw(symbology < 65 ? symbology + 65 : symbology, data);
        } catch (IllegalArgumentException e) {
            // A printer prints nothing for data that its symbology does not have.
            machine.unknown("GS k " + symbology + ": " + e.getMessage());
        }
    }

    private void draw(int symbology, byte[] data) {
        String text = new String(data, StandardCharsets.US_ASCII);
        switch (symbology) {
            case 65 -> print(Bars.UPC_A, digits(text, 11, 12));
            case 66 -> print(Bars.UPC_E, text.length() == 6 ? "0" + text : digits(text, 7, 8));
            case 67 -> print(Bars.EAN_13, digits(text, 12, 13));
            case 68 -> print(Bars.EAN_8, digits(text, 7, 8));
            case 69 -> print(Bars.CODE_39, text.replaceAll("^\\*|\\*$", ""));
            case 70 -> print(Bars.ITF, text);
            case 71 -> print(Bars.CODABAR, text.toUpperCase(Locale.ROOT));
            case 72 -> print(Bars.CODE_93, text);
            case 73 -> {
                Code128Bars.Symbol symbol = Code128Bars.draw(data, module, height);
                print(symbol.bars(), symbol.words());
            }
            default -> throw new IllegalArgumentException("not a symbology of this printer");
        }
    }

    private static String digits(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException("wrong count of digits");
        }
        return text;
    }

    private void print(Bars symbology, String data) {
        String shown =
                switch (symbology) {
                    case UPC_A -> withCheckDigit(data, 12);
                    case EAN_13 -> withCheckDigit(data, 13);
                    case EAN_8 -> withCheckDigit(data, 8);
                    case UPC_E, CODE_39, ITF, CODABAR, CODE_93 -> data;
                };
        print(BarPictures.bars(symbology, data, module, height), shown);
    }

    /** A printer adds what the host left out (GS1 General Specifications 7.9). */
    private static String withCheckDigit(String digits, int length) {
        if (digits.length() == length) {
            return digits;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((digits.length() - i) % 2 == 1 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void print(Raster bars, String data) {
        if (bars.width() > head.style().room(head.paperDots())) {
            throw new IllegalArgumentException("wider than the paper");
        }
        if ((words & 1) == 1) {
            head.blockWords(data);
        }
        head.block(bars);
        if ((words & 2) == 2) {
            head.blockWords(data);
        }
    }

    /** {@code GS ( k}: QR code (49) and PDF417 (48). */
    void extended(CommandBytes in, long length) throws ClearedException, InterruptedException {
        if (length < 3 || length > MOST_DATA + 3) {
            in.skip(length);
            return;
        }
        int symbol = in.next();
        int function = in.next();
        byte[] data = in.bytes(Math.toIntExact(length - 2));
        try {
            switch (symbol) {
                case 48 -> pdf417(function, data);
                case 49 -> qr(function, data);
                default -> machine.unknown("GS ( k " + symbol);
            }
        } catch (IllegalArgumentException e) {
            machine.unknown("GS ( k " + symbol + ": " + e.getMessage());
        }
    }

    private void qr(int function, byte[] data) {
        switch (function) {
            case 67 -> qrModule = Math.clamp(data[0], 1, 16);
            case 80 -> qr = stored(data);
            case 81 -> {
                if (!qr.isEmpty()) {
                    square(CodePictures.qr(qr, qrModule));
                }
            }
            default -> {
                // Model and error correction: always model 2, level M.
            }
        }
    }

    private void pdf417(int function, byte[] data) {
        switch (function) {
            case 67 -> pdfModule = Math.clamp(data[0], 1, 8);
            case 80 -> pdf = stored(data);
            case 81 -> {
                if (!pdf.isEmpty()) {
                    square(BarPictures.pdf417(pdf, pdfModule));
                }
            }
            default -> {
                // Columns, rows and error correction: chosen by the data.
            }
        }
    }

    private static String stored(byte[] data) {
        return new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    }

    private void square(Raster code) {
        if (code.width() > head.style().room(head.paperDots())) {
            throw new IllegalArgumentException("wider than the paper");
        }
        head.endLine();
        head.printAndFeed(QUIET);
        head.block(code);
        head.printAndFeed(QUIET);
    }
}
