package io.guidepost.contract.catalogue;

import java.util.List;

/**
 * All reviews of one offer in numbers, and the newest of them.
 *
 * @param histogram number of reviews with 1, 2, 3, 4 and 5 stars, in this order
 * @param verified how many are from verified purchases
 * @param newest at most 20, newest first
 */
public record ReviewDigest(
        OfferId offer, List<Integer> histogram, int verified, List<Review> newest) {
    public int count() {
        return histogram.stream().mapToInt(Integer::intValue).sum();
    }

    /** Mean of all ratings, 0 where there is none. */
    public double average() {
        int sum = 0;
        for (int i = 0; i < histogram.size(); i++) {
            sum += histogram.get(i) * (i + 1);
        }
        return count() == 0 ? 0 : (double) sum / count();
    }
}
