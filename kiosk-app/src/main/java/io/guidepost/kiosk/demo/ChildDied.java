package io.guidepost.kiosk.demo;

/** One of our programs ended when it should run: waiting longer makes no sense. */
final class ChildDied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChildDied(String obituary) {
        super(obituary);
    }
}
