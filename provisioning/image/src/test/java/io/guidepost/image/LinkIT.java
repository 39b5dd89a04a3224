package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.demo.RigPlan;
import io.guidepost.kiosk.demo.SampleMall;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kiosk without its backend goes on showing prices, and tells everything once it is back. */
class LinkIT {
    private static final int LOOKS = 10;

    @TempDir Path data;

    @ParameterizedTest
    @EnumSource(
            value = TcpProxy.Mode.class,
            names = {"CUT", "BLACK_HOLE"})
    void lookingGoesOnWithoutTheLinkAndTheOutboxDrainsAfterwards(TcpProxy.Mode weather)
            throws Exception {
        try (Town town = Town.build(data, RigPlan.unattended(data));
                TcpProxy link = proxy(town)) {
            Map<String, String> through = new HashMap<>(Town.QUICK);
            through.put("mqtt-url", "tcp://127.0.0.1:" + link.port());
            town.startKiosk(through);
            List<SampleMall.Product> products = town.mall().products();
            look(town, products.get(0));
            awaitLooks(town, 1);

            link.set(weather);
            for (int i = 1; i < LOOKS; i++) {
                look(town, products.get(i % products.size()));
            }
            assertThat(town.office().overview().path("looks").asInt()).isOne();
            // A black hole is noticed by the keep-alive alone.
            town.customer().within(Town.EVENTUALLY).seeNode("prices-as-of");

            link.set(TcpProxy.Mode.OPEN);
            awaitLooks(town, LOOKS);
            town.rig().backend().close();
            assertThat(town.ask("select count(*) from inbox where type = 'offer-viewed'"))
                    .isEqualTo(LOOKS);
        }
    }

    private static TcpProxy proxy(Town town) {
        return new TcpProxy(URI.create(town.kiosk().property("mqtt-url")).getPort());
    }

    private static void look(Town town, SampleMall.Product product) throws Exception {
        town.kiosk().devices().scanner().scanWithAim("]E0", product.ean13());
        town.customer().readText(product.title());
    }

    private static void awaitLooks(Town town, int looks) {
        Awaitility.await()
                .atMost(Town.EVENTUALLY)
                .until(() -> town.office().overview().path("looks").asInt() >= looks);
    }
}
