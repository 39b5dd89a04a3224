package io.guidepost.devices.scanner.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds where in a frame bars may be, at any angle: blocks of pixels whose brightness changes in
 * one direction only (structure tensor), joined with neighbours of the same direction. Also tells
 * whether there is a patch that changes in all directions, as matrix codes do.
 */
final class RegionFinder {
    /** Most regions that are worth looking at. */
    private static final int MOST_REGIONS = 6;

    /** A customer shows one code; a second patch may be a picture beside it. */
    private static final int MOST_PATCHES = 3;

    /**
     * Change in a block, grey levels from one pixel to the next but one, below which it is empty.
     */
    private static final double LEAST_ENERGY = 6;

    private static final double BARS_COHERENCE = 0.5;

    /** Neighbours whose directions differ by less than 20 degrees belong together. */
    private static final double SAME_DIRECTION = Math.cos(Math.toRadians(40));

    private final int block;
    private final int columns;
    private final int rows;
    private final double[] xx;
    private final double[] yy;
    private final double[] xy;

    private RegionFinder(int block, int columns, int rows) {
        this.block = block;
        this.columns = columns;
        this.rows = rows;
        this.xx = new double[columns * rows];
        this.yy = new double[columns * rows];
        this.xy = new double[columns * rows];
    }

    static RegionFinder of(GreyFrame frame) {
        int block = Math.max(8, (Math.max(frame.width(), frame.height()) + 79) / 80);
        RegionFinder finder =
                new RegionFinder(block, frame.width() / block, frame.height() / block);
        finder.measure(frame);
        finder.smooth();
        return finder;
    }

    private void measure(GreyFrame frame) {
        byte[] grey = frame.luminance();
        int width = frame.width();
        double pixels = (double) block * block;
        for (int row = 0; row < rows; row++) {
            int top = Math.max(1, row * block);
            int bottom = Math.min(frame.height() - 1, (row + 1) * block);
            for (int column = 0; column < columns; column++) {
                int left = Math.max(1, column * block);
                int right = Math.min(width - 1, (column + 1) * block);
                int sumXx = 0;
                int sumYy = 0;
                int sumXy = 0;
                for (int y = top; y < bottom; y++) {
                    int at = y * width + left;
                    for (int x = left; x < right; x++, at++) {
                        int dx = (grey[at + 1] & 0xff) - (grey[at - 1] & 0xff);
                        int dy = (grey[at + width] & 0xff) - (grey[at - width] & 0xff);
                        sumXx += dx * dx;
                        sumYy += dy * dy;
                        sumXy += dx * dy;
                    }
                }
                int at = row * columns + column;
                // Its root: one glaring edge must not drown the bars beside it.
                double scale = 1 / (pixels * Math.sqrt((sumXx + sumYy) / pixels + 1));
                xx[at] = sumXx * scale;
                yy[at] = sumYy * scale;
                xy[at] = sumXy * scale;
            }
        }
    }

    /** Each block becomes the mean of itself and its neighbours: bars may be wider than a block. */
    private void smooth() {
        for (double[] values : List.of(xx, yy, xy)) {
            double[] before = values.clone();
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    double sum = 0;
                    int count = 0;
                    for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                        for (int c = Math.max(0, column - 1);
                                c <= Math.min(columns - 1, column + 1);
                                c++) {
                            sum += before[r * columns + c];
                            count++;
                        }
                    }
                    values[row * columns + column] = sum / count;
                }
            }
        }
    }

    /** The likeliest first. */
    List<BarRegion> bars() {
        boolean[] seen = new boolean[columns * rows];
        for (int at = 0; at < seen.length; at++) {
            seen[at] = !isBars(at);
        }
        List<BarRegion> regions = new ArrayList<>();
        int[] members = new int[columns * rows];
        for (int at : clearestFirst()) {
            if (!seen[at]) {
                int count = flood(at, seen, members);
                BarRegion region = region(members, count);
                if (count >= 6 && region.width() >= 4 * block && region.height() >= block) {
                    regions.add(region);
                }
            }
        }
        regions.sort(Comparator.comparingDouble(BarRegion::energy).reversed());
        return regions.size() > MOST_REGIONS ? regions.subList(0, MOST_REGIONS) : regions;
    }

    private int[] clearestFirst() {
        return IntStream.range(0, columns * rows)
                .filter(this::isBars)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -coherence(at) * energy(at)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether some patch, at least three blocks wide and high, changes in all directions. */
    boolean mayHoldMatrix() {
        boolean[] matrix = new boolean[columns * rows];
        for (int at = 0; at < matrix.length; at++) {
            matrix[at] = energy(at) > 2 * LEAST_ENERGY && coherence(at) < 0.75;
        }
        for (int row = 2; row < rows; row++) {
            for (int column = 2; column < columns; column++) {
                int count = 0;
                for (int r = row - 2; r <= row; r++) {
                    for (int c = column - 2; c <= column; c++) {
                        count += matrix[r * columns + c] ? 1 : 0;
                    }
                }
                if (count >= 8) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The patches that change much more than the rest, in all directions; the largest first. Noise
     * all over the frame hides a small code from a look at the whole.
     */
    List<PatchRegion> patches() {
        double strongest = 0;
        for (int at = 0; at < xx.length; at++) {
            strongest = Math.max(strongest, energy(at));
        }
        boolean[] seen = new boolean[columns * rows];
        for (int at = 0; at < seen.length; at++) {
            seen[at] = energy(at) < Math.max(2 * LEAST_ENERGY, strongest / 3);
        }
        List<int[]> boxes = new ArrayList<>();
        for (int at = 0; at < seen.length; at++) {
            if (!seen[at]) {
                int[] box = box(at, seen);
                int wide = box[2] - box[0] + 1;
                int high = box[3] - box[1] + 1;
                if (wide >= 3 && high >= 3 && wide * high * 2 < columns * rows) {
                    boxes.add(box);
                }
            }
        }
        boxes.sort(
                Comparator.comparingInt((int[] b) -> (b[2] - b[0] + 1) * (b[3] - b[1] + 1))
                        .reversed());
        return boxes.stream()
                .limit(MOST_PATCHES)
                .map(
                        b ->
                                new PatchRegion(
                                        (b[0] - 1) * block,
                                        (b[1] - 1) * block,
                                        (b[2] - b[0] + 3) * block,
                                        (b[3] - b[1] + 3) * block))
                .toList();
    }

    /** First and last column and row of the blocks that hang together with this one. */
    private int[] box(int start, boolean[] seen) {
        int[] members = new int[columns * rows];
        int count = 0;
        members[count++] = start;
        seen[start] = true;
        int[] box = {columns, rows, 0, 0};
        for (int next = 0; next < count; next++) {
            int row = Math.floorDiv(members[next], columns);
            int column = members[next] % columns;
            box[0] = Math.min(box[0], column);
            box[1] = Math.min(box[1], row);
            box[2] = Math.max(box[2], column);
            box[3] = Math.max(box[3], row);
            for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                    if (!seen[r * columns + c]) {
                        seen[r * columns + c] = true;
                        members[count++] = r * columns + c;
                    }
                }
            }
        }
        return box;
    }

    private double energy(int at) {
        return xx[at] + yy[at];
    }

    private double coherence(int at) {
        return Math.hypot(xx[at] - yy[at], 2 * xy[at]) / (xx[at] + yy[at] + 1e-9);
    }

    private boolean isBars(int at) {
        return energy(at) >= LEAST_ENERGY && coherence(at) >= BARS_COHERENCE;
    }

    /** Collects the neighbours, and theirs, that have the direction of the whole so far. */
    private int flood(int start, boolean[] seen, int[] members) {
        int count = 0;
        members[count++] = start;
        seen[start] = true;
        double sumX = xx[start] - yy[start];
        double sumY = 2 * xy[start];
        for (int next = 0; next < count; next++) {
            int at = members[next];
            int row = at / columns;
            int column = at % columns;
            for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                    int other = r * columns + c;
                    double x = xx[other] - yy[other];
                    double y = 2 * xy[other];
                    if (!seen[other]
                            && x * sumX + y * sumY
                                    >= SAME_DIRECTION * Math.hypot(x, y) * Math.hypot(sumX, sumY)) {
                        seen[other] = true;
                        members[count++] = other;
                        sumX += x;
                        sumY += y;
                    }
                }
            }
        }
        return count;
    }

    private BarRegion region(int[] members, int count) {
        double sumX = 0;
        double sumY = 0;
        double difference = 0;
        double mixed = 0;
        double energy = 0;
        for (int i = 0; i < count; i++) {
            int at = members[i];
            sumX += at % columns;
            sumY += Math.floorDiv(at, columns);
            difference += xx[at] - yy[at];
            mixed += 2 * xy[at];
            energy += energy(at);
        }
        double angle = Math.atan2(mixed, difference) / 2;
        double middleX = (sumX / count + 0.5) * block;
        double middleY = (sumY / count + 0.5) * block;
        double[] across = new double[count];
        double[] along = new double[count];
        for (int i = 0; i < count; i++) {
            double x = (members[i] % columns + 0.5) * block - middleX;
            double y = (Math.floorDiv(members[i], columns) + 0.5) * block - middleY;
            across[i] = x * Math.cos(angle) + y * Math.sin(angle);
            along[i] = y * Math.cos(angle) - x * Math.sin(angle);
        }
        Arrays.sort(across);
        Arrays.sort(along);
        int few = count / 50;
        double width = across[count - 1] - across[0] + block;
        double height = along[count - 1 - few] - along[few] + block;
        double shiftAcross = (across[count - 1] + across[0]) / 2;
        double shiftAlong = (along[count - 1 - few] + along[few]) / 2;
        return new BarRegion(
                middleX + shiftAcross * Math.cos(angle) - shiftAlong * Math.sin(angle),
                middleY + shiftAcross * Math.sin(angle) + shiftAlong * Math.cos(angle),
                angle,
                width,
                height,
                energy);
    }
}
