package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.demo.SampleMall;
import java.io.IOException;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Somebody who scans one product after the other while something goes wrong. The kiosk shows each
 * of them, and tells the backend of each exactly once, however late.
 */
final class Looks {
    private final Town town;
    private final List<SampleMall.Product> products;
    private int told;

    Looks(Town town) {
        this.town = town;
        this.products = town.mall().products();
    }

    void one() throws IOException {
        SampleMall.Product product = products.get(told % products.size());
        town.kiosk().devices().scanner().scanWithAim("]E0", product.ean13());
        town.customer().readText(product.title());
        told++;
    }

    /** The backend dies amid the events and comes back. */
    void whileTheBackendDies() throws IOException {
        for (int i = 0; i < 8; i++) {
            one();
            if (i == 3) {
                town.rig().backend().child().kill();
            }
        }
        town.rig().startBackend();
        awaitAll();
    }

    /** The link is gone for a while. */
    void withoutTheLink(TcpProxy link, TcpProxy.Mode weather) throws IOException {
        int before = told;
        link.set(weather);
        for (int i = 0; i < 9; i++) {
            one();
        }
        assertThat(arrived()).as("nothing comes through").isEqualTo(before);
        // A black hole is noticed by the keep-alive alone.
        town.customer().within(Town.EVENTUALLY).seeNode("prices-as-of");
        link.set(TcpProxy.Mode.OPEN);
        awaitAll();
    }

    /** Waits until the backend knows of all, and finds that it knows of no more. */
    void awaitAll() {
        Awaitility.await().atMost(Town.EVENTUALLY).until(() -> arrived() >= told);
        assertThat(arrived()).as("none twice").isEqualTo(told);
    }

    private int arrived() {
        return town.office().overview().path("looks").asInt();
    }

    /** Stops the backend and looks into its inbox. */
    void assertNoneLostNoneTwice() {
        town.rig().backend().close();
        long kept = town.ask("select count(*) from inbox where type = 'offer-viewed'");
        assertThat(kept).isGreaterThanOrEqualTo(told);
        assertThat(
                        town.ask(
                                "select count(distinct data) from inbox where type ="
                                        + " 'offer-viewed'"))
                .isEqualTo(kept);
    }
}
