package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.Raster;
import io.guidepost.devices.printer.escpos.CodePages.CodePage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a driver must know of its printer.
 *
 * @param dots width of the print line: 576 on 80 mm paper, 384 on 58 mm; 192 to 832, a multiple of
 *     8
 * @param limit longest time for one receipt
 * @param fence what counts as printed
 * @param pages the code pages it has, the most useful first; letters in none of them are drawn
 * @param logo stands at the top of each receipt; at most as wide as the paper
 * @param pace its time limits
 */
public record PrinterSettings(
        int dots,
        Duration limit,
        Fence fence,
        List<CodePage> pages,
        Optional<Raster> logo,
        Pace pace) {

    /**
     * Time limits between kiosk and printer.
     *
     * @param answer a printer that answers nothing for so long is taken for gone
     * @param poll how often a printer is asked that does not tell its status by itself
     * @param idle how often one is asked that does, as a sign of life
     * @param grace how much later than {@code GS r} a process id may come
     */
    public record Pace(Duration answer, Duration poll, Duration idle, Duration grace) {
        public static final Pace STANDARD =
                new Pace(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2));
    }

    /** 80 mm paper, 15 seconds. */
    public static final PrinterSettings STANDARD =
            new PrinterSettings(
                    576,
                    Duration.ofSeconds(15),
                    Fence.AUTO,
                    CodePages.ALL,
                    Optional.empty(),
                    Pace.STANDARD);

    /** Width of a letter of font A in dots. */
    static final int LETTER = 12;

    public PrinterSettings {
        if (dots < 192 || dots > 832 || dots % 8 != 0) {
            throw new IllegalArgumentException(
                    "dots must be 192 to 832 and a multiple of 8, not " + dots);
        }
        int width = logo.map(Raster::width).orElse(0);
        if (width > dots) {
            throw new IllegalArgumentException(
                    "logo is " + width + " dots wide, the paper " + dots);
        }
        pages = List.copyOf(pages);
    }

    /** Other paper and another limit. */
    public PrinterSettings with(int otherDots, Duration otherLimit) {
        return new PrinterSettings(otherDots, otherLimit, fence, pages, logo, pace);
    }

    /** Another fence. */
    public PrinterSettings with(Fence other) {
        return new PrinterSettings(dots, limit, other, pages, logo, pace);
    }

    /** Other time limits. */
    public PrinterSettings with(Pace other) {
        return new PrinterSettings(dots, limit, fence, pages, logo, other);
    }

    /** A logo on each receipt. */
    public PrinterSettings with(Raster picture) {
        return new PrinterSettings(dots, limit, fence, pages, Optional.of(picture), pace);
    }

    int columns() {
        return dots / LETTER;
    }
}
