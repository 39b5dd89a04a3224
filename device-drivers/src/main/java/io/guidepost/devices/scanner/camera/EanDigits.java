package io.guidepost.devices.scanner.camera;

import java.util.Arrays;

/**
 * Finds the cheapest code among all that are valid: sets of the digits allowed, check digit right,
 * either way up. The distance to the second cheapest tells how sure it is.
 */
final class EanDigits {
    /** Which digits of the left half are of set B, by first digit (ISO/IEC 15420). */
    private static final String[] SETS = {
        "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA",
        "ABBABA"
    };

    /** Of UPC-E, by check digit; it always begins with 0 (GS1 General Specifications). */
    private static final String[] UPC_E_SETS = {
        "BBBAAA", "BBABAA", "BBAABA", "BBAAAB", "BABBAA", "BAABBA", "BAAABB", "BABABA", "BABAAB",
        "BAABAB"
    };

    private static final int[] EAN_13_WEIGHTS = {3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1};
    private static final int[] EAN_8_WEIGHTS = {3, 1, 3, 1, 3, 1, 3, 1};
    private static final double NEVER = 1e9;

    private double cost = NEVER;
    private double secondCost = NEVER;
    private String text = "";

    private EanDigits() {}

    /**
     * A code.
     *
     * @param text with check digit; UPC-E with number system and check digit
     * @param cost of its looks
     * @param margin by which the next code costs more
     */
    record Read(String text, double cost, double margin) {}

    static Read cheapest(EanShape shape, double[][] costs) {
        EanDigits digits = new EanDigits();
        switch (shape) {
            case EAN_13 -> {
                for (int first = 0; first < 10; first++) {
                    digits.tryBothWays(costs, SETS[first], EAN_13_WEIGHTS, first);
                }
            }
            case EAN_8 -> digits.tryBothWays(costs, "AAAA", EAN_8_WEIGHTS, -1);
            case UPC_E -> digits.tryUpcE(costs);
        }
        return new Read(digits.text, digits.cost, digits.secondCost - digits.cost);
    }

    private void tryBothWays(double[][] costs, String sets, int[] weights, int first) {
        int count = costs.length;
        double[][] upright = new double[count][];
        double[][] turned = new double[count][];
        for (int i = 0; i < count; i++) {
            boolean left = i < sets.length();
            boolean setB = left && sets.charAt(i) == 'B';
            upright[i] = half(costs[i], setB);
            // On its head: A looks like B inverted, B like C, and C like B.
            turned[i] = half(costs[count - 1 - i], !left || !setB);
        }
        String before = first < 0 ? "" : Integer.toString(first);
        search(upright, weights, Math.max(0, first), new Around(0, before, ""));
        search(turned, weights, Math.max(0, first), new Around(0, before, ""));
    }

    private void tryUpcE(double[][] costs) {
        for (int check = 0; check < 10; check++) {
            double[][] some = new double[6][];
            for (int i = 0; i < 6; i++) {
                some[i] = half(costs[i], UPC_E_SETS[check].charAt(i) == 'B');
            }
            double[][] five = Arrays.copyOf(some, 5);
            for (int last = 0; last < 10; last++) {
                int begin = check + lastWeight(last) * last;
                search(
                        five,
                        upcEWeights(last),
                        begin % 10,
                        new Around(some[5][last], "0", "" + last + check));
            }
        }
    }

    /**
     * How much the first five digits count in the check sum of the UPC-A that a UPC-E stands for;
     * the last one says where they stand in it (GS1 General Specifications 5.2.2).
     */
    private static int[] upcEWeights(int last) {
        return switch (last) {
            case 0, 1, 2 -> new int[] {1, 3, 3, 1, 3};
            case 3 -> new int[] {1, 3, 1, 1, 3};
            case 4 -> new int[] {1, 3, 1, 3, 3};
            default -> new int[] {1, 3, 1, 3, 1};
        };
    }

    private static int lastWeight(int last) {
        return last < 3 ? 1 : last < 5 ? 0 : 3;
    }

    /** What is already settled: its cost, and the text before and behind what is searched. */
    private record Around(double cost, String before, String behind) {}

    private static double[] half(double[] costs, boolean second) {
        return Arrays.copyOfRange(costs, second ? 10 : 0, second ? 20 : 10);
    }

    /** Goes through the digits, keeping the two cheapest beginnings for each check sum. */
    private void search(double[][] costs, int[] weights, int begin, Around around) {
        double[] best = filled();
        double[] second = filled();
        int[][] chosen = new int[costs.length][10];
        best[begin] = around.cost();
        for (int i = 0; i < costs.length; i++) {
            double[] nextBest = filled();
            double[] nextSecond = filled();
            for (int sum = 0; sum < 10; sum++) {
                for (int digit = 0; digit < 10; digit++) {
                    int to = (sum + weights[i] * digit) % 10;
                    double here = best[sum] + costs[i][digit];
                    double other = second[sum] + costs[i][digit];
                    if (here < nextBest[to]) {
                        nextSecond[to] = Math.min(nextBest[to], other);
                        nextBest[to] = here;
                        chosen[i][to] = digit;
                    } else {
                        nextSecond[to] = Math.min(nextSecond[to], here);
                    }
                }
            }
            best = nextBest;
            second = nextSecond;
        }
        if (best[0] < cost) {
            secondCost = cost;
            cost = best[0];
            text = around.before() + traced(chosen, weights) + around.behind();
        } else {
            secondCost = Math.min(secondCost, best[0]);
        }
        secondCost = Math.min(secondCost, second[0]);
    }

    private static double[] filled() {
        double[] costs = new double[10];
        Arrays.fill(costs, NEVER);
        return costs;
    }

    private static String traced(int[][] chosen, int[] weights) {
        StringBuilder digits = new StringBuilder();
        int sum = 0;
        for (int i = chosen.length - 1; i >= 0; i--) {
            int digit = chosen[i][sum];
            digits.append(digit);
            sum = Math.floorMod(sum - weights[i] * digit, 10);
        }
        return digits.reverse().toString();
    }
}
