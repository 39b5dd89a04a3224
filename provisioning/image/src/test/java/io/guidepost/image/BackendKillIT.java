package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.demo.SampleMall;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No event is lost and none is counted twice, whenever the backend dies or the link is gone. */
class BackendKillIT {
    private static final int ROUNDS = 2;

    @TempDir Path data;

    @Test
    void aBackendThatDiesWhileEventsStreamLosesNoneAndCountsNoneTwice() throws Exception {
        try (Town town = Town.start(data)) {
            List<SampleMall.Product> products = town.mall().products();
            int looks = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (SampleMall.Product product : products.subList(0, 8)) {
                    look(town, product);
                    looks++;
                    if (product.equals(products.get(3))) {
                        town.rig().backend().child().kill();
                    }
                }
                town.rig().startBackend();
            }
            int expected = looks;
            Awaitility.await()
                    .atMost(Town.EVENTUALLY)
                    .until(() -> town.office().overview().path("looks").asInt() >= expected);
            town.rig().backend().close();
            assertThat(town.ask("select count(*) from inbox where type = 'offer-viewed'"))
                    .isEqualTo(expected);
            assertThat(
                            town.ask(
                                    "select count(distinct data) from inbox where type ="
                                            + " 'offer-viewed'"))
                    .isEqualTo(expected);
        }
    }

    private static void look(Town town, SampleMall.Product product) throws Exception {
        town.kiosk().devices().scanner().scanWithAim("]E0", product.ean13());
        town.customer().readText(product.title());
    }
}
