package io.guidepost.devices.sim;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a simulated terminal is to do: with payments, with each kind of message, and how fast. Safe
 * from any thread; a change counts from the next message on.
 */
public final class TerminalScript {
    private final Queue<TerminalBehaviour> nextBehaviours = new ConcurrentLinkedQueue<>();
    private final Map<TerminalStep, TerminalFault> faults = new ConcurrentHashMap<>();
    private final Map<TerminalStep, Queue<TerminalFault>> nextFaults = new ConcurrentHashMap<>();
    private volatile TerminalBehaviour usual = TerminalBehaviour.APPROVE;
    private volatile Duration thinking = Duration.ofMillis(20);
    private volatile Duration lateness = Duration.ofSeconds(5);
    private volatile Duration hesitation = Duration.ZERO;
    private volatile int pieces;
    private volatile boolean maintenance;
    private volatile boolean mute;
    private volatile boolean prints;

    /** What every payment meets for which nothing else is set; at first it is approved. */
    public void setUsual(TerminalBehaviour behaviour) {
        usual = behaviour;
    }

    public TerminalBehaviour usual() {
        return usual;
    }

    /** What the next payment meets; several are taken in order. */
    public void next(TerminalBehaviour behaviour) {
        nextBehaviours.add(behaviour);
    }

    /** What every message of this kind meets from now on, until it is set to none. */
    public void set(TerminalStep step, TerminalFault fault) {
        faults.put(step, fault);
    }

    /** What the next message of this kind meets; several are taken in order. */
    public void once(TerminalStep step, TerminalFault fault) {
        nextFaults.computeIfAbsent(step, _ -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    /** Forgets all faults and behaviours that are still to come. */
    public void clear() {
        nextBehaviours.clear();
        nextFaults.clear();
        faults.clear();
        maintenance = false;
        mute = false;
        pieces = 0;
    }

    /** How long it takes to approve or decline by itself. */
    public void setThinking(Duration time) {
        thinking = time;
    }

    /** How long a late answer, or a payment that begins late, is late. */
    public void setLateness(Duration time) {
        lateness = time;
    }

    /** How long it takes to say what became of a payment. */
    public void setHesitation(Duration time) {
        hesitation = time;
    }

    /** Fault: sends its answers in pieces of so many bytes, 1 or more; zero sends them whole. */
    public void setPieces(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("pieces must have 1 byte or more, or be 0");
        }
        pieces = bytes;
    }

    /** Fault: says of itself that it is under maintenance. */
    public void setMaintenance(boolean maintenance) {
        this.maintenance = maintenance;
    }

    /** Fault: takes everything, answers nothing. */
    public void setMute(boolean mute) {
        this.mute = mute;
    }

    /** Whether it sends texts to be printed although the till prints its receipts itself (ZVT). */
    public void setPrints(boolean on) {
        prints = on;
    }

    /** What the next payment meets, which stays to be taken. */
    TerminalBehaviour peekBehaviour() {
        TerminalBehaviour queued = nextBehaviours.peek();
        return queued == null ? usual : queued;
    }

    /** Takes the behaviour for a payment that has just come. */
    TerminalBehaviour takeBehaviour() {
        TerminalBehaviour queued = nextBehaviours.poll();
        return queued == null ? usual : queued;
    }

    /** Takes the fault for a message that has just come. */
    TerminalFault takeFault(TerminalStep step) {
        if (mute) {
            return TerminalFault.DEAF;
        }
        Queue<TerminalFault> queue = nextFaults.get(step);
        TerminalFault queued = queue == null ? null : queue.poll();
        return queued == null ? faults.getOrDefault(step, TerminalFault.NONE) : queued;
    }

    Duration thinking() {
        return thinking;
    }

    Duration lateness() {
        return lateness;
    }

    Duration hesitation() {
        return hesitation;
    }

    int pieces() {
        return pieces;
    }

    boolean maintenance() {
        return maintenance;
    }

    boolean prints() {
        return prints;
    }

    boolean mute() {
        return mute;
    }
}
