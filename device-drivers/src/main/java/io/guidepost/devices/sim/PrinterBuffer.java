package io.guidepost.devices.sim;

/** What a printer has received and not carried out yet. For one thread at a time. */
final class PrinterBuffer {
    private final byte[] ring;
    private int first;
    private int size;

    PrinterBuffer(int capacity) {
        this.ring = new byte[capacity];
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == ring.length;
    }

    void put(byte b) {
        if (full()) {
            throw new IllegalStateException("the buffer is full");
        }
        ring[(first + size) % ring.length] = b;
        size++;
    }

    byte take() {
        byte b = ring[first];
        first = (first + 1) % ring.length;
        size--;
        return b;
    }

    void clear() {
        size = 0;
    }
}
