package io.guidepost.backend.app;

import io.guidepost.backend.catalogue.intake.ImportReport;
import io.guidepost.backend.catalogue.intake.ImportRules;
import io.guidepost.backend.catalogue.intake.MallImport;
import io.guidepost.backend.catalogue.sample.SampleMall;
import java.nio.file.Path;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty catalogue with the sample mall, through the importer that real feeds take. */
final class SampleStart {
    private static final Logger LOG = LoggerFactory.getLogger(SampleStart.class);
    private static final String FOLDER = "sample-mall";

    private SampleStart() {}

    /**
     * Does nothing where there are offers already.
     *
     * @throws IllegalStateException when a sample feed is refused
     */
    static void fillIfEmpty(Core core, long seed) {
        boolean empty =
                core.database()
                        .inTransaction(
                                h ->
                                        h.createQuery("select 1 from offers limit 1")
                                                .mapTo(Integer.class)
                                                .list())
                        .isEmpty();
        if (!empty) {
            return;
        }
        Path folder = core.settings().data().resolve(FOLDER);
        LocalDate today =
                LocalDate.ofInstant(core.clock().instant(), core.settings().mall().zone());
        System.out.println("making the sample mall in " + folder);
        Path list = new SampleMall(seed, today).writeTo(folder);
        ImportRules rules =
                new ImportRules(
                        core.settings().mall().group(),
                        "EUR",
                        core.settings().mall().zone(),
                        false,
                        0);
        boolean good =
                new MallImport(ImportCommand.importer(core, rules)).run(list, SampleStart::log);
        if (!good) {
            throw new IllegalStateException("the sample mall was refused; the log says why");
        }
    }

    private static void log(ImportReport report) {
        LOG.info("{}", report.summary());
        report.problems().stream().limit(20).forEach(p -> LOG.warn("{}", p));
    }
}
