package io.guidepost.kiosk.testing;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.catalogue.PriceHistory;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.catalogue.SnapshotRef;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.payment.PaymentIntent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A very small shop. */
public final class Samples {
    public static final SessionId SESSION = new SessionId("00000000-0000-4000-8000-000000000001");
    public static final OfferId TEA = new OfferId("tea-house:T1");
    public static final Gtin TEA_GTIN = Gtin.parse("4006381333931");
    public static final MerchantId TEA_HOUSE = new MerchantId("tea-house");

    private Samples() {}

    public static Offer tea(long minor, long version) {
        return new Offer(
                TEA,
                TEA_HOUSE,
                Offer.Kind.PRODUCT,
                "Green tea",
                "Loose leaves",
                Optional.empty(),
                "grocery",
                Optional.of(TEA_GTIN),
                List.of(),
                new Prices(
                        Money.of(minor, "EUR"),
                        Optional.of(Money.of(3000, "EUR")),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.of(5),
                Optional.empty(),
                version);
    }

    public static Merchant teaHouse() {
        return new Merchant(
                TEA_HOUSE,
                "Tea house",
                new RegionId("north"),
                "Northtown",
                "Level 2",
                "grocery",
                true);
    }

    /** The tea's price was taken at the terminal. */
    public static KioskEvent captured(UUID payment) {
        return new KioskEvent.PaymentCaptured(
                SESSION,
                payment,
                Ids.newId(),
                Money.of(2500, "EUR"),
                "T-1",
                "A1",
                Optional.empty(),
                Instant.now());
    }

    /** The tea, before the terminal is asked. */
    public static PaymentIntent intent() {
        return new PaymentIntent(
                Ids.newId(),
                Ids.newId(),
                SESSION,
                TEA,
                "Green tea",
                Money.of(2500, "EUR"),
                "AB12CD34",
                Optional.empty(),
                Instant.now(),
                PaymentIntent.Stage.ASKED);
    }

    /** A whole snapshot with the tea at this price. */
    public static List<CatalogueLine> snapshot(long version, long minor) {
        List<CatalogueLine> lines = new ArrayList<>();
        lines.add(new CatalogueLine.Head(version, Instant.now()));
        lines.add(new CatalogueLine.OfMerchant(teaHouse()));
        lines.add(new CatalogueLine.OfOffer(tea(minor, version)));
        lines.add(
                new CatalogueLine.OfHistory(
                        new PriceHistory(
                                TEA,
                                List.of(
                                        new PricePoint(
                                                LocalDate.now(ZoneOffset.UTC).minusDays(60),
                                                Money.of(2600, "EUR")),
                                        new PricePoint(
                                                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                                                Money.of(minor, "EUR"))))));
        lines.add(new CatalogueLine.End(lines.size() - 1));
        return lines;
    }

    /** A document that points at a snapshot. */
    public static OffersDocument document(
            long version, long since, byte[] snapshot, long snapshotVersion, List<Offer> changed) {
        return new OffersDocument(
                BackendSide.GROUP,
                version,
                since,
                new SnapshotRef(
                        snapshotVersion,
                        "kiosk/snapshot/" + snapshotVersion + ".gz",
                        snapshot.length,
                        BackendSide.sha256(snapshot)),
                changed,
                List.of(),
                List.of(
                        new Campaign(
                                "spring",
                                "Spring",
                                "Fresh tea",
                                Optional.empty(),
                                Optional.of(TEA),
                                Instant.now().minus(Duration.ofDays(1)),
                                Instant.now().plus(Duration.ofDays(1)))),
                Instant.now(),
                Instant.now().plus(Duration.ofDays(1)));
    }
}
