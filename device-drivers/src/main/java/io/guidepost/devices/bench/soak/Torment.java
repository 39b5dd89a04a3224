package io.guidepost.devices.bench.soak;

import io.guidepost.devices.Device;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * What one device goes through: a random fault, its end, and then work that must succeed, again and
 * again on a thread of its own.
 */
abstract class Torment {
    /** Longer than any time limit of a driver. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** Something done to a simulator. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /**
     * A fault.
     *
     * @param name for the report
     * @param counter what the device must count because of it; several with a comma: one of them
     * @param inject brings it about
     * @param heal ends it
     */
    record Fault(String name, String counter, Action inject, Action heal) {}

    private final Device device;
    private final Score score = new Score();

    Torment(Device device) {
        this.device = device;
    }

    /** What can befall it. */
    abstract List<Fault> faults();

    /** Lets the device do its work, and finds out whether it did it once and rightly. */
    abstract void work(RandomGenerator random) throws Exception;

    final Device device() {
        return device;
    }

    final Score score() {
        return score;
    }

    /** Until the end, or until interrupted. */
    final void run(RandomGenerator random, BooleanSupplier end) {
        try {
            await("it is usable at first", () -> device.status().usable());
            while (!end.getAsBoolean()) {
                Fault fault = faults().get(random.nextInt(faults().size()));
                long before = count(fault);
                fault.inject().run();
                boolean counted = reached(() -> count(fault) > before);
                fault.heal().run();
                if (counted) {
                    score.counted(fault.name());
                } else {
                    score.failed(fault.name() + " was not counted as " + fault.counter());
                }
                if (reached(() -> device.status().usable())) {
                    work(random);
                } else {
                    score.failed("did not come back after " + fault.name());
                }
                Thread.sleep(ThreadLocalRandom.current().nextInt(50, 400));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            score.failed("the soak itself failed: " + e);
        }
    }

    /** Notes whether something comes true in time. */
    final void await(String what, BooleanSupplier condition) throws InterruptedException {
        if (reached(condition)) {
            score.worked();
        } else {
            score.failed("not true in " + PATIENCE.toSeconds() + " s: " + what);
        }
    }

    private long count(Fault fault) {
        long sum = 0;
        for (String name : fault.counter().split(",", -1)) {
            sum += device.counters().get(name);
        }
        return sum;
    }

    private static boolean reached(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }
}
