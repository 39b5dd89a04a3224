package io.guidepost.devices.scanner.camera;

/**
 * How much may be tried on one picture, counted in tries and not in time, so that the same picture
 * gives the same answer on a busy machine; the deadline holds besides.
 */
final class Effort {
    private final Deadline deadline;
    private int left;

    Effort(int most, Deadline deadline) {
        this.left = most;
        this.deadline = deadline;
    }

    void spend() {
        left--;
    }

    boolean isOver() {
        return left <= 0 || deadline.isOver();
    }
}
