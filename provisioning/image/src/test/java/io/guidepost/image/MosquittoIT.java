package io.guidepost.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.kiosk.demo.Receipts;
import io.guidepost.kiosk.demo.RigPlan;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sale through Mosquitto as Debian ships it: nothing but settings differs. */
class MosquittoIT {
    private static final String PASSWORD = "only-for-this-test";

    @TempDir Path data;

    @Test
    void aSaleThroughMosquittoByConfigurationAlone() throws Exception {
        assumeTrue(Mosquitto.installed(), "needs mosquitto");
        Path password = Files.writeString(data.resolve("backend.password"), PASSWORD);
        try (Mosquitto broker = Mosquitto.start(data.resolve("mosquitto"), PASSWORD);
                Town town =
                        Town.build(
                                data.resolve("town"),
                                new RigPlan(
                                        data.resolve("town"),
                                        freePort(),
                                        List.of(
                                                "--mqtt-url", broker.address().toString(),
                                                "--mqtt-user", Mosquitto.BACKEND,
                                                "--mqtt-password-file", password.toString()),
                                        false))) {
            broker.admit("kiosk-1", town.kiosk().property("secret"));
            town.startKiosk(Town.QUICK);

            town.kiosk().devices().scanner().scanWithAim("]E0", town.mall().hero().ean13());
            town.customer().see("product");
            town.bookHaircutUpToTheCard();
            town.kiosk().devices().terminal().presentCard();
            town.customer().see("voucher");
            Receipts.verified(town.kiosk(), Receipts.await(town.kiosk(), 1, Town.SOON));
            town.office().seeSale("kiosk-1", town.mall().haircut(), Town.SOON);

            town.office().changePrice(town.mall().hero().offer(), "1.23");
            town.kiosk().devices().scanner().scanWithAim("]E0", town.mall().hero().ean13());
            town.customer().readText("1.23");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
