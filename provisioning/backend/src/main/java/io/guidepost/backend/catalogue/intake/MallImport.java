package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedKind;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Imports all feeds of a mall in the order of its list, {@code mall.json}. */
public final class MallImport {
    private static final long MAX_LIST = 1 << 20;

    private final FeedImporter importer;

    /** Imports through this importer. */
    public MallImport(FeedImporter importer) {
        this.importer = importer;
    }

    private record FeedList(List<Feed> feeds) {}

    private record Feed(String kind, String file, Optional<MerchantId> merchant) {}

    /**
     * Imports feed by feed; stops behind the first one that is refused.
     *
     * @param list the file that names the feeds, relative to its folder
     * @param each told of every feed
     * @return whether all were imported
     * @throws IllegalArgumentException when the list is not one
     */
    public boolean run(Path list, Consumer<ImportReport> each) {
        Path folder = Optional.ofNullable(list.toAbsolutePath().getParent()).orElseThrow();
        for (Feed feed : read(list).feeds()) {
            FeedKind kind =
                    FeedKind.named(feed.kind())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "kind: needs one of " + FeedKind.names()));
            ImportReport report =
                    importer.run(
                            new ImportOrder(
                                    kind, folder.resolve(feed.file()), feed.merchant(), folder));
            each.accept(report);
            if (!report.committed()) {
                return false;
            }
        }
        return true;
    }

    private static FeedList read(Path list) {
        try {
            if (Files.size(list) > MAX_LIST) {
                throw new IllegalArgumentException(list + " may have 1 MB");
            }
            return Json.read(Files.readAllBytes(list), FeedList.class);
        } catch (BadJson e) {
            throw new IllegalArgumentException(list + " is no list of feeds: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(list + " cannot be read", e);
        }
    }
}
