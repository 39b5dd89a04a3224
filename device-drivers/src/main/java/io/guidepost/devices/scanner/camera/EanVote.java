package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.Symbology;
import java.util.Optional;

/** Sums what the lines of one region say of a symbol, and says when that is enough to believe. */
final class EanVote {

    private static final int FEW = 5;

    private final EanShape shape;
    private final double[][] all;
    private final double[][] even;
    private final double[][] odd;
    private int lines;
    private double likeness;

    EanVote(EanShape shape) {
        this.shape = shape;
        this.all = new double[shape.digits()][EanShape.LOOKS];
        this.even = new double[shape.digits()][EanShape.LOOKS];
        this.odd = new double[shape.digits()][EanShape.LOOKS];
    }

    void add(EanFit.Fitted line) {
        double[][] half = lines % 2 == 0 ? even : odd;
        lines++;
        likeness += line.likeness();
        double weight = Math.clamp((line.likeness() - 0.72) / 0.2, 0.05, 1);
        weight *= weight;
        for (int digit = 0; digit < all.length; digit++) {
            for (int look = 0; look < EanShape.LOOKS; look++) {
                all[digit][look] += weight * line.costs()[digit][look];
                half[digit][look] += weight * line.costs()[digit][look];
            }
        }
    }

    /** Whether a few lines together are no wiser than one: then the others will not be either. */
    boolean isHopeless() {
        return lines == FEW && EanDigits.cheapest(shape, all).margin() < 1.5;
    }

    /** The code, when the lines are enough, sure and of one mind. */
    Optional<DecodedCode> result() {
        if (lines < 2) {
            return Optional.empty();
        }
        EanDigits.Read read = EanDigits.cheapest(shape, all);
        boolean sure =
                read.margin() >= Math.max(leastMargin(), read.cost())
                        && likeness / lines >= leastLikeness()
                        && EanDigits.cheapest(shape, even).text().equals(read.text())
                        && EanDigits.cheapest(shape, odd).text().equals(read.text());
        return sure ? Optional.of(code(shape.symbology(), read.text())) : Optional.empty();
    }

    /** By how much the second cheapest code must be dearer: short symbols fit more by chance. */
    private double leastMargin() {
        return switch (shape) {
            case EAN_13 -> 15;
            case EAN_8 -> 20;
            case UPC_E -> 50;
        };
    }

    private double leastLikeness() {
        return switch (shape) {
            case EAN_13 -> 0.8;
            case EAN_8 -> 0.86;
            case UPC_E -> 0.9;
        };
    }

    private static DecodedCode code(Symbology symbology, String text) {
        boolean upcA = symbology == Symbology.EAN_13 && text.charAt(0) == '0';
        return new DecodedCode(
                upcA ? text.substring(1) : text,
                upcA ? Symbology.UPC_A : symbology,
                Optional.of(symbology == Symbology.EAN_8 ? "]E4" : "]E0"));
    }
}
