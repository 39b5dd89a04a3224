package io.guidepost.image;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kiosk without its backend goes on showing prices, and tells everything once it is back. */
class LinkIT {
    @TempDir Path data;

    @ParameterizedTest
    @EnumSource(
            value = TcpProxy.Mode.class,
            names = {"CUT", "BLACK_HOLE"})
    void lookingGoesOnWithoutTheLinkAndTheOutboxDrainsAfterwards(TcpProxy.Mode weather)
            throws Exception {
        try (Town town = Town.build(data, Broker.EMBEDDED);
                TcpProxy link = town.startKioskBehindALink()) {
            Looks looks = new Looks(town);
            looks.one();
            looks.awaitAll();
            looks.withoutTheLink(link, weather);
            looks.assertNoneLostNoneTwice();
        }
    }
}
