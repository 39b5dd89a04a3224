package io.guidepost.kiosk.demo;

import io.guidepost.devices.printer.escpos.PrinterCondition;
import io.guidepost.devices.printer.escpos.PrinterCondition.Trouble;
import io.guidepost.devices.sim.CodePhoto;
import io.guidepost.devices.sim.SimulatedDevices;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalConsole;
import io.guidepost.devices.sim.WaitingPayment;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** What a person can do with one kiosk's simulated devices. Thread-safe. */
final class Bench {
    private static final long BEFORE_CAMERA_MILLIS = 2_000;
    private static final int SHOWN_RECEIPTS = 4;
    private static final int EMPTY_PAPER = 40;
    private static final String LIT = "#ffb84d";
    private static final String DARK = "#3b4a48";

    private final SimulatedDevices devices;

    Bench(SimulatedDevices devices) {
        this.devices = devices;
        devices.terminal().setUsual(TerminalBehaviour.ASK);
    }

    /** Everything the page shows of the devices. */
    BenchState state(URI console) {
        PrinterCondition printer = devices.printer().condition();
        return new BenchState(
                        "",
                        console.toString(),
                        terminal(),
                        new BenchState.Printer(
                                printer.has(Trouble.PAPER_OUT),
                                printer.has(Trouble.COVER_OPEN),
                                paperVersion()),
                        new BenchState.Scanner(devices.scanner().plugged()),
                        devices.gpio().input(SimulatedDevices.PRESENCE_LINE),
                        devices.lampLit() ? LIT : DARK)
                .withVersion();
    }

    /** Brings a code to the kiosk: under the scanner, or before the camera for a while. */
    String scan(BenchCode code) {
        try {
            return switch (code.look()) {
                case LABEL -> {
                    if (!devices.scanner().plugged()) {
                        throw new DemoException("The scanner is not plugged in.");
                    }
                    devices.scanner().scan(code.data());
                    yield "";
                }
                case PHOTO -> {
                    devices.camera().showQr(code.data(), CodePhoto.BY_HAND);
                    CompletableFuture.delayedExecutor(BEFORE_CAMERA_MILLIS, TimeUnit.MILLISECONDS)
                            .execute(this::clearCamera);
                    yield "Held before the camera.";
                }
            };
        } catch (IOException e) {
            throw new DemoException("The code did not get through: " + e.getMessage(), e);
        }
    }

    /**
     * A person acts at the terminal.
     *
     * @param action card, bad-card, no-card (next payment), lose-reply (next payment), or any order
     *     of {@link TerminalConsole}
     */
    String terminal(String action) {
        return switch (action) {
            case "card" -> decided(devices.terminal().presentCard(), "Approved.");
            case "bad-card" -> decided(devices.terminal().decline(), "Declined.");
            case "no-card" -> {
                devices.terminal().next(TerminalBehaviour.TIME_OUT);
                yield "At the next payment nobody shows a card.";
            }
            case "lose-reply" -> {
                devices.terminal().next(TerminalBehaviour.LOSE_REPLY);
                yield "The next payment is charged and its answer never arrives.";
            }
            default -> {
                try {
                    yield new TerminalConsole(devices.terminal()).order(action);
                } catch (IllegalArgumentException e) {
                    throw new DemoException("The terminal knows no '" + action + "'.", e);
                }
            }
        };
    }

    private static String decided(boolean done, String sentence) {
        if (!done) {
            throw new DemoException(
                    "No payment waits for a card. On the kiosk, book something and choose Pay.");
        }
        return sentence;
    }

    /** Sets what is wrong with the printer, or tears its paper off. */
    void printer(JsonNode change) {
        PrinterCondition now = devices.printer().condition();
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        if (change.path("paperOut").asBoolean(now.has(Trouble.PAPER_OUT))) {
            troubles.add(Trouble.PAPER_OUT);
            troubles.add(Trouble.PAPER_NEAR_END);
        }
        if (change.path("coverOpen").asBoolean(now.has(Trouble.COVER_OPEN))) {
            troubles.add(Trouble.COVER_OPEN);
        }
        devices.printer().set(new PrinterCondition(troubles));
        if (change.path("tear").asBoolean(false)) {
            devices.printer().tearOff();
        }
    }

    /** Somebody comes or goes. */
    void presence(boolean there) {
        devices.setPresent(there);
    }

    /** Plugs the scanner in or pulls its plug. */
    String plug(boolean in) {
        try {
            if (in) {
                devices.scanner().plug();
            } else {
                devices.scanner().unplug();
            }
        } catch (IOException e) {
            throw new DemoException("The scanner's plug sticks: " + e.getMessage(), e);
        }
        return in ? "The scanner is plugged in." : "The scanner is unplugged.";
    }

    /**
     * What hangs out of the printer: what is being printed, then the last receipts, newest first.
     */
    BufferedImage paper() {
        List<BufferedImage> receipts = devices.printer().receipts();
        List<BufferedImage> pieces =
                receipts.subList(Math.max(0, receipts.size() - SHOWN_RECEIPTS), receipts.size())
                        .reversed();
        BufferedImage current = devices.printer().paper();
        int width = current.getWidth();
        int top = current.getHeight() > EMPTY_PAPER ? current.getHeight() : 0;
        int height = top + pieces.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage all = new BufferedImage(width, Math.max(1, height), current.getType());
        Graphics2D graphics = all.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
        if (top > 0) {
            graphics.drawImage(current, 0, 0, null);
        }
        int y = top;
        for (BufferedImage piece : pieces) {
            graphics.drawImage(piece, 0, y, null);
            y += piece.getHeight();
            graphics.setColor(Color.LIGHT_GRAY);
            for (int x = 0; x < width; x += 12) {
                graphics.fillRect(x, y - 1, 6, 1);
            }
        }
        graphics.dispose();
        return all;
    }

    private String paperVersion() {
        List<BufferedImage> receipts = devices.printer().receipts();
        int height = devices.printer().paper().getHeight();
        if (receipts.isEmpty() && height <= EMPTY_PAPER) {
            return "";
        }
        int last = receipts.isEmpty() ? 0 : System.identityHashCode(receipts.getLast());
        return Integer.toHexString(last) + "-" + receipts.size() + "-" + height;
    }

    private BenchState.Terminal terminal() {
        Optional<WaitingPayment> waiting = devices.terminal().waiting();
        return new BenchState.Terminal(
                waiting.map(w -> amount(w) + "\nPlease present your card").orElse("Welcome\nReady"),
                waiting.isPresent());
    }

    private static String amount(WaitingPayment payment) {
        int digits = Currency.getInstance(payment.currency()).getDefaultFractionDigits();
        return payment.currency()
                + " "
                + BigDecimal.valueOf(payment.amountMinor(), digits).toPlainString();
    }

    private void clearCamera() {
        try {
            devices.camera().showNothing();
        } catch (IOException e) {
            throw new DemoException("The camera does not let go: " + e.getMessage(), e);
        }
    }
}
