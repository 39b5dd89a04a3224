package io.guidepost.kiosk.scan.ui;

import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A product was scanned before the kiosk had its first catalogue: looks again with each change,
 * until the page is gone.
 */
public final class StartingViewModel implements ViewModel {
    private final Subscription changes;

    /**
     * @param onChange subscribes to changes of the catalogue
     * @param again looks the product up once more, on any thread, for this page
     */
    public StartingViewModel(
            Function<Runnable, Subscription> onChange, Consumer<StartingViewModel> again) {
        this.changes = onChange.apply(() -> again.accept(this));
    }

    @Override
    public void close() {
        changes.close();
    }
}
