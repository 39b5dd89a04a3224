package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the screens say about prices is true: how old they are, and what they are compared with. */
final class PriceWordsTest {
    private static final String COFFEE = "4006381333931";
    private static final String COFFEE_TILE = "offer-roastery-coffee-500";

    @TempDir static Path photos;
    private Rig rig;

    @BeforeEach
    void open() {
        // As in China.
        rig = new Rig(new Panel(720, 1280, 4.2), Lang.EN, photos, 7);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aCategorySaysHowOldItsPricesAre() {
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        rig.touch("category-food");
        rig.awaitScreen("category");
        ageIsShownWhileOffline();
    }

    @Test
    void aGreetingWithAPriceSaysHowOldItIs() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        rig.scan(ShopBackend.MEMBER.value());
        rig.awaitScreen("member");
        ageIsShownWhileOffline();
    }

    @Test
    void theProductAndHomeDoToo() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        ageIsShownWhileOffline();
        rig.touch("bar-home");
        rig.awaitScreen("home");
        ageIsShownWhileOffline();
    }

    private void ageIsShownWhileOffline() {
        rig.settle();
        assertThat(rig.visible("prices-as-of")).isNull();
        rig.backend.connect(Connection.OFFLINE);
        rig.awaitText("prices-as-of", "10:41");
        rig.backend.connect(Connection.ONLINE);
        await().until(() -> rig.visible("prices-as-of") == null);
    }

    @Test
    void theDaysOfTheLowestPriceAreThoseThatWereLookedAt() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        assertThat(rig.text("price-lowest")).contains("7 days").doesNotContain("30");
        assertThat(rig.text("offer")).contains("last 7 days:").doesNotContain("30 days");
    }

    @Test
    void aMembersTileHasNoReductionOfAnotherPrice() {
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        rig.touch("category-food");
        rig.awaitScreen("category");
        assertThat(rig.text(COFFEE_TILE)).contains("%").contains("€12.90");
        rig.scan(ShopBackend.MEMBER.value());
        rig.awaitScreen("member");
        rig.touch("member-continue");
        rig.awaitText(COFFEE_TILE, "€11.50");
        assertThat(rig.text(COFFEE_TILE)).contains("Member").doesNotContain("%");
    }

    @Test
    void whoFindsAnEmptyShelfIsSentOnlyWhereThereIsSome() {
        sellOut(new OfferId("feinkost:honey"));
        rig.scan("4000000000037");
        rig.awaitText("stock-next", "Sold out here");
        assertThat(rig.text("stock-next")).doesNotContain("other shops");
        sellOut(SampleShop.COFFEE_HERE);
        rig.touch("bar-home");
        rig.touch("category-food");
        rig.touch(COFFEE_TILE);
        rig.awaitText("stock-next", "other shops");
    }

    private void sellOut(OfferId id) {
        Offer offer = rig.shop.offer(id).orElseThrow();
        rig.shop.change(
                new Offer(
                        offer.id(),
                        offer.merchant(),
                        offer.kind(),
                        offer.title(),
                        offer.description(),
                        offer.brand(),
                        offer.category(),
                        offer.gtin(),
                        offer.pictures(),
                        offer.prices(),
                        offer.unit(),
                        Optional.of(0),
                        offer.duration(),
                        offer.version() + 1));
    }
}
