package io.guidepost.backend.catalogue.sample;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A merchant of the sample mall.
 *
 * @param group which goods it sells; {@code -} for a merchant of services
 * @param format of its product feed: {@code rss} or {@code tsv}
 */
record Shop(
        String id,
        String name,
        String region,
        String address,
        String category,
        String group,
        String format) {
    static List<Shop> all() {
        return Lines.of("merchants.txt").stream()
                .map(
                        f ->
                                new Shop(
                                        f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5),
                                        f.get(6)))
                .toList();
    }

    boolean sellsGoods() {
        return !group.equals("-");
    }

    String city() {
        return region.substring(0, 1).toUpperCase(Locale.ROOT) + region.substring(1);
    }

    ZoneId zone() {
        return ZoneId.of("Europe/" + city());
    }
}
