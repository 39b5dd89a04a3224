package io.guidepost.kiosk.hardware;

import io.guidepost.devices.DisplayRotation;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.staff.Cabinet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The cabinet as its tamper switches and its panel tell of it; several doors are one alarm. */
record WatchedCabinet(
        List<TamperSwitch> doors, Optional<DisplayRotation> panel, BackgroundTasks tasks)
        implements Cabinet {
    @Override
    public boolean alarm() {
        return doors.stream().anyMatch(door -> door.alarm().isPresent());
    }

    @Override
    public Subscription onAlarm(Runnable listener) {
        List<Subscription> all =
                doors.stream().map(door -> door.onTamper(_ -> listener.run())).toList();
        return () -> all.forEach(Subscription::close);
    }

    @Override
    public CompletionStage<Checked> checked(String who) {
        return tasks.supply("acknowledge the tamper alarm", () -> acknowledge(who));
    }

    @Override
    public int touchQuarters() {
        return panel.map(
                        rotation ->
                                switch (rotation.wanted().touch()) {
                                    case NORMAL -> 0;
                                    case RIGHT -> 1;
                                    case INVERTED -> 2;
                                    case LEFT -> 3;
                                })
                .orElse(0);
    }

    /** The worst of what the doors say. */
    private Checked acknowledge(String who) {
        Checked worst = Checked.DONE;
        for (TamperSwitch door : doors) {
            Checked one =
                    switch (door.acknowledge(who)) {
                        case DONE, NOTHING -> Checked.DONE;
                        case NOT_CLOSED -> Checked.STILL_OPEN;
                        case NOT_WRITTEN -> Checked.FAILED;
                    };
            worst = one.compareTo(worst) > 0 ? one : worst;
        }
        return worst;
    }
}
