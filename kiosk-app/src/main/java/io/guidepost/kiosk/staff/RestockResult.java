package io.guidepost.kiosk.staff;

import java.util.UUID;

/** What became of a restock. */
public sealed interface RestockResult {
    /** Written down; the new stock comes back from the backend to every kiosk. */
    record Recorded(UUID restockId) implements RestockResult {}

    /** Units must be from {@code least} to {@code most}. */
    record WrongUnits(int least, int most) implements RestockResult {}

    /** Nobody is signed in (any more). */
    record NotSignedIn() implements RestockResult {}

    /** Services have no stock. */
    record NotGoods() implements RestockResult {}
}
