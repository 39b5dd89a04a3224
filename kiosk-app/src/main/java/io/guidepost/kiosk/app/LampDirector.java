package io.guidepost.kiosk.app;

import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.StatusLight.Signal;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.session.SessionState;
import java.util.List;

/**
 * What the lamp says: a fault before a payment at work before somebody who stands there and has not
 * begun.
 */
final class LampDirector implements Subscription {
    private final KioskServices services;
    private final List<Subscription> subscriptions;

    LampDirector(KioskServices services) {
        this.services = services;
        this.subscriptions =
                List.of(
                        services.health().health().observe(_ -> direct()),
                        services.payments().busy().observe(_ -> direct()),
                        services.session().state().observe(_ -> direct()),
                        services.visitors().present().observe(_ -> direct()));
    }

    private void direct() {
        services.lamp().show(signal());
    }

    private Signal signal() {
        boolean fault =
                services.health().health().get().devices().values().stream()
                        .anyMatch(DeviceStatus.Fault.class::isInstance);
        if (fault) {
            return Signal.ERROR;
        }
        if (services.payments().busy().get()) {
            return Signal.WORKING;
        }
        boolean nobodyBegan = services.session().state().get() instanceof SessionState.Attract;
        return nobodyBegan && services.visitors().present().get() ? Signal.ATTENTION : Signal.IDLE;
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        services.lamp().show(Signal.IDLE);
    }
}
