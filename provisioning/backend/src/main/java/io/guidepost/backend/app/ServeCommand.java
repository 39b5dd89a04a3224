package io.guidepost.backend.app;

import io.guidepost.backend.booking.HoldTimes;
import io.guidepost.backend.catalogue.CatalogueFactory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code serve}: runs the backend until the process is asked to end. */
final class ServeCommand implements Command {
    private final CatalogueFactory catalogues;

    ServeCommand(CatalogueFactory catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public String help() {
        return "runs broker, inbox, HTTP server and console until Ctrl-C";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        Core core = Core.open(settings, Clock.systemUTC(), catalogues);
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
