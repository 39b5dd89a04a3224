package io.guidepost.devices.scanner.evdev;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Takes an event device's bytes apart and follows the kernel's rules on lost events. */
final class EventReader {
    private final EvdevNode node;
    private final StrokeFramer framer;
    private final Consumer<String> counter;
    private final Keyboard keyboard = new Keyboard();

    /** Less than one event; the kernel never cuts one, a socket may. */
    private final ByteBuffer rest = ByteBuffer.allocate(InputEvent.BYTES);

    private boolean skipping;

    /** Begins with the keys that are down now. */
    EventReader(EvdevNode node, StrokeFramer framer, Consumer<String> counter) throws IOException {
        this.node = node;
        this.framer = framer;
        this.counter = counter;
        keyboard.begin(node.keys());
    }

    void take(byte[] bytes, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            rest.put(bytes[i]);
            if (!rest.hasRemaining()) {
                InputEvent event = InputEvent.read(rest.flip());
                rest.clear();
                take(event);
            }
        }
    }

    /** Nothing came for as long as a code may stop. */
    void rest() {
        framer.silence();
        if (keyboard.rest()) {
            counter.accept("stuck-modifiers");
        }
    }

    private void take(InputEvent event) throws IOException {
        if (event.type() == InputEvent.EV_SYN && event.code() == InputEvent.SYN_DROPPED) {
            counter.accept("kernel-overruns");
            framer.lost(event.micros());
            skipping = true;
        } else if (skipping) {
            // Up to the next report the kernel may tell half of what happened.
            if (event.type() == InputEvent.EV_SYN && event.code() == InputEvent.SYN_REPORT) {
                skipping = false;
                keyboard.resync(node.keys());
            }
        } else if (event.type() == InputEvent.EV_KEY) {
            keyboard.take(event.code(), event.value())
                    .ifPresent(stroke -> framer.take(stroke, event.micros()));
        }
    }
}
