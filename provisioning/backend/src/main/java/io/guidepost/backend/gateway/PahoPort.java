package io.guidepost.backend.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port by way of Eclipse Paho, with a supervisor of our own: Paho's never retries the first
 * connect, and its pauses are shared by all clients of a process.
 */
public final class PahoPort implements MqttPort {
    private static final Logger LOG = LoggerFactory.getLogger(PahoPort.class);
    private static final int SESSION_TAKEN_OVER = 0x8E;

    /** Two with the same client id would throw each other out for ever. */
    private static final Duration AFTER_TAKE_OVER = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofSeconds(5);

    private final MqttOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private volatile @Nullable PahoConnection connection;
    private volatile boolean closed;
    private @Nullable Thread supervisor;

    public PahoPort(MqttOptions options) {
        this.options = options;
    }

    @Override
    public void start(MqttListener listener) {
        supervisor = Thread.ofVirtual().name("mqtt-supervisor").start(() -> supervise(listener));
    }

    private void supervise(MqttListener listener) {
        Pauses pauses = new Pauses();
        try {
            while (!closed) {
                int reason = runOnce(listener, pauses);
                if (reason == SESSION_TAKEN_OVER) {
                    LOG.error(
                            "another client uses the id {}: waiting {}",
                            options.clientId(),
                            AFTER_TAKE_OVER);
                    pause(AFTER_TAKE_OVER);
                } else {
                    pause(pauses.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int runOnce(MqttListener listener, Pauses pauses) throws InterruptedException {
        PahoConnection next = null;
        try {
            next = new PahoConnection(options, listener);
            next.open();
            pauses.reset();
            connection = next;
            LOG.info("connected to {}", options.broker());
            listener.connected();
            return next.awaitEnd();
        } catch (MqttException e) {
            LOG.warn("{} cannot be reached: {}", options.broker(), e.getMessage());
            return e.getReasonCode();
        } catch (RuntimeException e) {
            LOG.error("connection to {} failed", options.broker(), e);
            return 0;
        } finally {
            boolean wasUp = connection != null;
            connection = null;
            if (next != null) {
                next.close();
            }
            if (wasUp) {
                listener.disconnected();
            }
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) {
                left = closing.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isConnected() {
        PahoConnection now = connection;
        return now != null && now.isOpen();
    }

    @Override
    public CompletableFuture<Void> publish(Outgoing message) {
        PahoConnection now = connection;
        return now == null
                ? CompletableFuture.failedFuture(new NotPublished("not connected"))
                : now.publish(message);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        PahoConnection now = connection;
        if (now != null) {
            now.close();
        }
        Thread running = supervisor;
        if (running != null) {
            try {
                if (!running.join(STOP)) {
                    running.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
