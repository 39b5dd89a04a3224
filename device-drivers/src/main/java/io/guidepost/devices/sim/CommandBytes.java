package io.guidepost.devices.sim;

/** The bytes of a printer's buffer as its interpreter takes them, one after another. */
@FunctionalInterface
interface CommandBytes {

    /** The buffer was emptied while a command was under way. */
    final class ClearedException extends Exception {
        ClearedException() {
            super("the buffer was cleared", null, false, false);
        }
    }

    /** The next byte, 0 to 255; waits for it, and for trouble to end. */
    int next() throws ClearedException, InterruptedException;

    /** A number of two bytes, the low one first. */
    default int two() throws ClearedException, InterruptedException {
        int low = next();
        return low + 256 * next();
    }

    /** So many bytes. */
    default byte[] bytes(int count) throws ClearedException, InterruptedException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) next();
        }
        return bytes;
    }

    /** Takes so many bytes and drops them. */
    default void skip(long count) throws ClearedException, InterruptedException {
        for (long i = 0; i < count; i++) {
            next();
        }
    }
}
