package io.guidepost.backend.app;

import io.guidepost.backend.booking.HoldTimes;
import io.guidepost.backend.catalogue.CatalogueFactory;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code serve}: runs the backend until the process is asked to end. */
final class ServeCommand implements Command {
    private final CatalogueFactory catalogues;

    ServeCommand(CatalogueFactory catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public String help() {
        return "[--sample-mall [--seed N]]: runs broker, inbox, HTTP server and console until"
                + " Ctrl-C; fills an empty catalogue with the sample mall first";
    }

    private static void fill(Core core, long seed) {
        try {
            SampleStart.fillIfEmpty(core, seed);
        } catch (RuntimeException e) {
            core.close();
            throw e;
        }
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        Options options = new Options(arguments, Set.of("--sample-mall"), Set.of("--seed"));
        Core core = Core.open(settings, Clock.systemUTC(), catalogues);
        if (options.has("--sample-mall")) {
            fill(core, options.number("--seed", SampleMallCommand.DEFAULT_SEED));
        }
        Backend backend = Backend.start(core, HoldTimes.DEFAULT);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    backend.close();
                                    ended.countDown();
                                },
                                "shutdown"));
        System.out.println("console and kiosk files: " + backend.addresses().http());
        System.out.println("MQTT: " + backend.addresses().mqtt());
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
