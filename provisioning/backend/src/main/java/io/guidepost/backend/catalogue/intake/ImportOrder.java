package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedKind;
import io.guidepost.contract.catalogue.MerchantId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One feed to import.
 *
 * @param merchant whose it is, for kinds whose lines need not say it
 * @param root folder below which pictures may be read from files
 */
public record ImportOrder(FeedKind kind, Path file, Optional<MerchantId> merchant, Path root) {
    /** Pictures lie beside the feed. */
    public static ImportOrder of(FeedKind kind, Path file, Optional<MerchantId> merchant) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new ImportOrder(kind, file, merchant, folder == null ? file : folder);
    }
}
