package io.guidepost.backend.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.id.KioskId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many refused messages are kept. */
class RefusedMessagesTest {
    @TempDir Path folder;

    @Test
    void moneyIsKeptWhateverElseIsRefused() {
        try (Database database = Database.open(folder)) {
            RefusedMessages refused = new RefusedMessages(database, Clock.systemUTC());
            database.useTransaction(
                    h -> {
                        refused.keep(h, message("payment-captured", true));
                        for (int i = 0; i < RefusedMessages.KEPT_PER_KIOSK + 2; i++) {
                            refused.keep(h, message("scan-refused", false));
                        }
                    });
            assertThat(kept(database, "payment-captured")).isEqualTo(1);
            assertThat(kept(database, "scan-refused")).isEqualTo(RefusedMessages.KEPT_PER_KIOSK);
        }
    }

    private static RefusedMessages.Refused message(String type, boolean money) {
        return new RefusedMessages.Refused(
                Optional.of(new KioskId("kiosk-1")),
                "up/evt/" + type,
                Optional.empty(),
                "a reason",
                money,
                new RawData(new byte[0]));
    }

    private static int kept(Database database, String type) {
        List<Integer> counts =
                database.inTransaction(
                        h ->
                                h.select(
                                                "select count(*) from refused_messages where topic"
                                                        + " = ?",
                                                "up/evt/" + type)
                                        .mapTo(Integer.class)
                                        .list());
        return counts.getFirst();
    }
}
