package io.guidepost.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void everyKindOfMessageComesBackAsItWent() {
        Offer offer =
                new Offer(
                        new OfferId("bakery:b-1"),
                        new MerchantId("bakery"),
                        Offer.Kind.SERVICE,
                        "Bread",
                        "Rye",
                        Optional.empty(),
                        "food",
                        Optional.of(Gtin.parse("4006381333931")),
                        List.of(),
                        new Prices(
                                Money.of(199, "EUR"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.of(3),
                        Optional.of(Duration.ofMinutes(30)),
                        7);
        roundTrip(offer, Offer.class);
        roundTrip(new CatalogueLine.OfOffer(offer), CatalogueLine.class);
        roundTrip(
                new CatalogueLine.OfMerchant(
                        new Merchant(
                                new MerchantId("a"),
                                "A",
                                new RegionId("r"),
                                "C",
                                "S 1",
                                "food",
                                true)),
                CatalogueLine.class);
        roundTrip(new Request.Release(Ids.newId()), Request.Release.class);
        roundTrip(
                new Reply.HoldResult.Held(Ids.newId(), Money.of(5, "EUR"), NOON),
                Reply.HoldResult.class);
        roundTrip(new Reply.VoucherResult.Pending(), Reply.VoucherResult.class);
        roundTrip(
                new KioskEvent.SessionEnded(new SessionId(Ids.newId().toString()), "idle", NOON),
                KioskEvent.class);
    }

    @Test
    void aMissingFieldIsNamedAndNoValueIsRepeated() {
        assertThatThrownBy(
                        () ->
                                Json.read(
                                        "{\"badgeCode\":\"secret-badge\"}",
                                        Request.StaffLogin.class))
                .isInstanceOf(BadJson.class)
                .hasMessageContaining("pin")
                .hasMessageNotContaining("secret-badge");
        assertThatThrownBy(() -> Json.read("{\"holdId\":\"x-secret\"}", Request.Release.class))
                .isInstanceOf(BadJson.class)
                .hasMessageContaining("holdId")
                .hasMessageNotContaining("x-secret");
        assertThatThrownBy(() -> Json.read("not json", Request.Release.class))
                .isInstanceOf(BadJson.class);
    }

    private static <T> void roundTrip(T value, Class<? super T> type) {
        assertThat(Json.read(Json.write(value), type)).as(Json.writeText(value)).isEqualTo(value);
    }
}
