package io.guidepost.backend.app;

import io.guidepost.backend.catalogue.CatalogueFactory;
import io.guidepost.backend.catalogue.feed.FeedKind;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.backend.catalogue.intake.FeedImporter;
import io.guidepost.backend.catalogue.intake.ImportOrder;
import io.guidepost.backend.catalogue.intake.ImportReport;
import io.guidepost.backend.catalogue.intake.ImportRules;
import io.guidepost.backend.catalogue.intake.MallImport;
import io.guidepost.backend.catalogue.intake.PictureShelf;
import io.guidepost.contract.catalogue.MerchantId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code import}: imports feeds while the backend does not run. */
final class ImportCommand implements Command {
    private static final String MALL = "mall";
    private static final int SHOWN = 20;

    private final CatalogueFactory catalogues;

    ImportCommand(CatalogueFactory catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public String help() {
        return "KIND FILE ... [--merchant ID] [--currency EUR] [--skip-broken] [--max-broken 0.05]:"
                + " imports feeds; KIND is "
                + MALL
                + ", "
                + FeedKind.names();
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        Options options =
                new Options(
                        arguments,
                        Set.of("--skip-broken"),
                        Set.of("--merchant", "--currency", "--max-broken"));
        List<String> rest = options.rest();
        if (rest.size() < 2) {
            throw new BadSettings(List.of("import: needs a kind and at least one file"));
        }
        ImportRules rules =
                new ImportRules(
                        settings.mall().group(),
                        options.value("--currency").orElse("EUR"),
                        settings.mall().zone(),
                        options.has("--skip-broken"),
                        options.share("--max-broken", ImportRules.DEFAULT_MAX_BROKEN));
        Optional<MerchantId> merchant = options.value("--merchant").map(MerchantId::new);
        try (Core core = Core.open(settings, Clock.systemUTC(), catalogues)) {
            FeedImporter importer = importer(core, rules);
            boolean good = true;
            for (String file : rest.subList(1, rest.size())) {
                good &= one(importer, rest.getFirst(), Path.of(file), merchant);
            }
            return good ? 0 : 1;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    static FeedImporter importer(Core core, ImportRules rules) {
        return new FeedImporter(
                core.database(),
                core.people().members(),
                core.people().staff(),
                new PictureShelf(core.folders().pictures()),
                rules,
                core.clock());
    }

    private static boolean one(
            FeedImporter importer, String kind, Path file, Optional<MerchantId> merchant) {
        if (kind.equals(MALL)) {
            return new MallImport(importer).run(file, ImportCommand::print);
        }
        FeedKind feed =
                FeedKind.named(kind)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "import: kind needs to be one of "
                                                        + MALL
                                                        + ", "
                                                        + FeedKind.names()));
        ImportReport report = importer.run(ImportOrder.of(feed, file, merchant));
        print(report);
        return report.committed();
    }

    static void print(ImportReport report) {
        System.out.println(report.summary());
        report.problems().stream().limit(SHOWN).forEach(ImportCommand::print);
        if (report.problems().size() > SHOWN) {
            System.out.println("  and " + (report.problems().size() - SHOWN) + " more");
        }
    }

    private static void print(LineProblem problem) {
        System.out.println("  " + problem);
    }
}
