package io.guidepost.backend.catalogue.feed;

import io.guidepost.backend.catalogue.SlotRule;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.catalogue.Review;
import io.guidepost.contract.code.BadgeCode;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.money.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An entry that has been read and found right by itself. */
public sealed interface FeedLine {
    /** Where it begins in the file, from 1. */
    long line();

    /** What must be unique within the feed. */
    String key();

    /** A merchant. */
    record OfMerchant(long line, Merchant merchant) implements FeedLine {
        @Override
        public String key() {
            return merchant.id().value();
        }
    }

    /**
     * A product.
     *
     * @param prices now, as the unit price
     * @param units stock where the feed says it: 0 when it is out of stock
     * @param images links as they stand in the feed
     * @param sale that runs or will, where it has an end
     */
    record OfProduct(
            long line,
            OfferId offer,
            Texts texts,
            Optional<Gtin> gtin,
            Prices prices,
            Optional<UnitPrice> unit,
            Optional<Integer> units,
            List<String> images,
            Optional<Sale> sale)
            implements FeedLine {
        @Override
        public String key() {
            return offer.value();
        }
    }

    /** What a product costs. */
    record Cost(Prices prices, Optional<UnitPrice> unit) {}

    /**
     * A lower price for a time.
     *
     * @param until not any more
     */
    record Sale(Instant from, Instant until, Cost usual, Cost during) {
        /** Whether it runs at that time. */
        public boolean runsAt(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }

        /** What the product costs at that time. */
        public Cost at(Instant time) {
            return runsAt(time) ? during : usual;
        }
    }

    /** What is said of an offer in words. */
    record Texts(String title, String description, Optional<String> brand, String category) {}

    /** A service with its rule for slots. */
    record OfService(
            long line,
            OfferId offer,
            Texts texts,
            Prices prices,
            SlotRule rule,
            List<String> images)
            implements FeedLine {
        @Override
        public String key() {
            return offer.value();
        }
    }

    /** Units and the price in the shop. */
    record OfStock(long line, OfferId offer, int units, Optional<Money> inStore)
            implements FeedLine {
        @Override
        public String key() {
            return offer.value();
        }
    }

    /** An earlier price. */
    record OfPrice(long line, OfferId offer, PricePoint point) implements FeedLine {
        @Override
        public String key() {
            return offer + "@" + point.from();
        }
    }

    /**
     * A review.
     *
     * @param offers offers it is about, where the feed names them
     * @param gtins products it is about otherwise
     */
    record OfReview(long line, Review review, List<OfferId> offers, List<Gtin> gtins)
            implements FeedLine {
        @Override
        public String key() {
            return review.id();
        }
    }

    /** A member. */
    record OfMember(long line, MemberCode code, String name, String tier, LocalDate joined)
            implements FeedLine {
        @Override
        public String key() {
            return code.value();
        }

        /** Without the person. */
        @Override
        public String toString() {
            return "OfMember[line=" + line + "]";
        }
    }

    /** A member of staff. */
    record OfStaff(long line, BadgeCode badge, String name, String pin) implements FeedLine {
        @Override
        public String key() {
            return badge.value();
        }

        /** Without the person and the PIN. */
        @Override
        public String toString() {
            return "OfStaff[line=" + line + "]";
        }
    }

    /** A campaign. */
    record OfCampaign(
            long line,
            String id,
            String headline,
            String text,
            Optional<String> image,
            Optional<OfferId> offer,
            Instant from,
            Instant until)
            implements FeedLine {
        @Override
        public String key() {
            return id;
        }
    }
}
