package io.guidepost.image;

import io.guidepost.kiosk.demo.Receipts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same through Mosquitto as Debian ships it: nothing but settings differs. */
class MosquittoIT {
    @TempDir Path data;

    @Test
    void nothingIsLostAndASaleIsMadeThroughMosquittoByConfigurationAlone() throws Exception {
        try (Town town = Town.build(data, Broker.MOSQUITTO);
                TcpProxy link = town.startKioskBehindALink()) {
            Looks looks = new Looks(town);
            looks.whileTheBackendDies();
            looks.withoutTheLink(link, TcpProxy.Mode.CUT);
            sale(town);
            looks.assertNoneLostNoneTwice();
        }
    }

    private static void sale(Town town) throws Exception {
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
