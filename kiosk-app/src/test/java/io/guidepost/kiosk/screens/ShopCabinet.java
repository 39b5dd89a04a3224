package io.guidepost.kiosk.screens;

import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.staff.Cabinet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cabinet whose door is opened and closed by the test. */
final class ShopCabinet implements Cabinet {
    final List<String> names = new CopyOnWriteArrayList<>();
    volatile boolean open;
    volatile boolean alarm;
    volatile int quarters;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void opened() {
        open = true;
        alarm = true;
        listeners.forEach(Runnable::run);
    }

    @Override
    public Subscription onAlarm(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public boolean alarm() {
        return alarm;
    }

    @Override
    public CompletionStage<Checked> checked(String who) {
        if (open) {
            return CompletableFuture.completedStage(Checked.STILL_OPEN);
        }
        alarm = false;
        listeners.forEach(Runnable::run);
        names.add(who);
        return CompletableFuture.completedStage(Checked.DONE);
    }

    @Override
    public int touchQuarters() {
        return quarters;
    }
}
