package io.guidepost.backend.app;

import io.guidepost.backend.catalogue.sample.SampleMall;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** {@code sample-mall}: writes the sample mall's feeds and pictures into a folder. */
final class SampleMallCommand implements Command {
    static final long DEFAULT_SEED = 7;

    @Override
    public String help() {
        return "--out DIR [--seed N]: writes an invented mall as feeds and pictures";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        Options options = new Options(arguments, Set.of(), Set.of("--out", "--seed"));
        Path out =
                options.value("--out")
                        .map(Path::of)
                        .orElseThrow(
                                () -> new BadSettings(List.of("--out: names the folder to fill")));
        try {
            Path list =
                    new SampleMall(
                                    options.number("--seed", DEFAULT_SEED),
                                    LocalDate.now(settings.mall().zone()))
                            .writeTo(out);
            System.out.println("written: " + list);
            return 0;
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
