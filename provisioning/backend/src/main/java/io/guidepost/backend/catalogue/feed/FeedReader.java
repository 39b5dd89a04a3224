package io.guidepost.backend.catalogue.feed;

import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.OfferId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a feed entry by entry and never holds more than one. Broken entries are told to the
 * listener with line and field; reading goes on behind them.
 */
public final class FeedReader {
    private final Optional<MerchantId> merchant;
    private final String currency;
    private final Instant now;

    /**
     * Reads feeds of one merchant, or of many where their entries name them.
     *
     * @param merchant whose feed it is, for entries that name none
     * @param currency ISO 4217 code that prices must have
     * @param now decides whether a sale runs
     */
    public FeedReader(Optional<MerchantId> merchant, String currency, Instant now) {
        this.merchant = merchant;
        this.currency = currency;
        this.now = now;
    }

    /** Takes what is read, in the feed's order. */
    public interface Listener {
        /** A good entry. */
        void line(FeedLine line);

        /**
         * A broken one.
         *
         * @param offer what it is about, where that much can be read of a product or service
         */
        void problem(LineProblem problem, Optional<OfferId> offer);
    }

    /**
     * Reads to the end.
     *
     * @throws FeedUnreadable when the feed is cut off or not of this kind; entries before that have
     *     been told
     */
    public void read(FeedKind kind, InputStream in, Listener listener) {
        EntrySink sink =
                new EntrySink() {
                    @Override
                    public void entry(FeedEntry entry) {
                        Fields fields = new Fields(entry, currency);
                        FeedLine line;
                        try {
                            line = checked(kind, entry.line(), fields);
                        } catch (BadField e) {
                            listener.problem(e.at(entry.line()), offer(kind, fields));
                            return;
                        }
                        listener.line(line);
                    }

                    @Override
                    public void problem(LineProblem problem) {
                        listener.problem(problem, Optional.empty());
                    }
                };
        try {
            read(kind, new BufferedInputStream(in, 1 << 16), sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(FeedKind kind, BufferedInputStream in, EntrySink sink)
            throws IOException {
        switch (kind) {
            case PRODUCTS -> {
                if (isXml(in)) {
                    new XmlEntries(Set.of("rss", "feed"), Set.of("item", "entry")).read(in, sink);
                } else {
                    new TsvEntries(Set.of("id", "title", "price", "availability")).read(in, sink);
                }
            }
            case INVENTORY -> new TsvEntries(Set.of("store_code", "id", "quantity")).read(in, sink);
            case PRICE_HISTORY -> new TsvEntries(Set.of("id", "from", "price")).read(in, sink);
            case REVIEWS -> new XmlEntries(Set.of("feed"), Set.of("review")).read(in, sink);
            case MERCHANTS, SERVICES, MEMBERS, STAFF, CAMPAIGNS ->
                    new JsonEntries(kind.text()).read(in, sink);
        }
    }

    /** Whether the first character that is no space or byte order mark opens a tag. */
    private static boolean isXml(BufferedInputStream in) throws IOException {
        in.mark(64);
        byte[] start = in.readNBytes(64);
        in.reset();
        for (byte b : start) {
            boolean skipped = b == ' ' || b == '\r' || b == '\n' || b == '\t' || b < 0;
            if (!skipped) {
                return b == '<';
            }
        }
        return false;
    }

    private Optional<OfferId> offer(FeedKind kind, Fields fields) {
        try {
            return switch (kind) {
                case PRODUCTS ->
                        Optional.of(ProductEntry.offer(fields, merchant, ProductEntry.SELLER));
                case SERVICES ->
                        Optional.of(ProductEntry.offer(fields, merchant, OtherEntry.MERCHANT));
                case MERCHANTS, INVENTORY, PRICE_HISTORY, REVIEWS, MEMBERS, STAFF, CAMPAIGNS ->
                        Optional.empty();
            };
        } catch (BadField e) {
            return Optional.empty();
        }
    }

    private FeedLine checked(FeedKind kind, long line, Fields fields) {
        fields.mustBeWhole();
        return switch (kind) {
            case MERCHANTS -> OtherEntry.merchant(line, fields);
            case PRODUCTS -> ProductEntry.product(line, fields, merchant, now);
            case INVENTORY -> ProductEntry.stock(line, fields, merchant);
            case SERVICES -> OtherEntry.service(line, fields, merchant);
            case PRICE_HISTORY -> OtherEntry.price(line, fields, merchant);
            case REVIEWS -> OtherEntry.review(line, fields, merchant);
            case MEMBERS -> OtherEntry.member(line, fields);
            case STAFF -> OtherEntry.staff(line, fields);
            case CAMPAIGNS -> OtherEntry.campaign(line, fields);
        };
    }
}
