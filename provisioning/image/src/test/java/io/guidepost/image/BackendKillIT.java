package io.guidepost.image;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No event is lost and none is counted twice, whenever the backend dies. */
class BackendKillIT {
    private static final int ROUNDS = 2;

    @TempDir Path data;

    @Test
    void aBackendThatDiesWhileEventsStreamLosesNoneAndCountsNoneTwice() throws Exception {
        try (Town town = Town.start(data, Broker.EMBEDDED)) {
            Looks looks = new Looks(town);
            for (int round = 0; round < ROUNDS; round++) {
                looks.whileTheBackendDies();
            }
            looks.assertNoneLostNoneTwice();
        }
    }
}
