package io.guidepost.backend.gateway;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.enrol.Kiosks;
import io.guidepost.backend.insight.LiveItem;
import io.guidepost.backend.insight.LiveStream;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.sign.SigningKey;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes each group's offers document, signed and retained, soon after something changed and
 * after each connect. What could not be published is tried again. A document that would not fit
 * into a packet is logged and left out; the catalogue writes a snapshot long before that.
 */
public final class OffersSender implements OfferPublisher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OffersSender.class);

    /** Changes that come together are published together. */
    private static final long GATHER_MILLIS = 150;

    private static final long AGAIN_SECONDS = 5;
    private static final long PUBLISH_SECONDS = 35;

    /** Room for topic and properties beside the payload. */
    private static final int HEAD = 2_048;

    private final CatalogueStore catalogue;
    private final Kiosks kiosks;
    private final SigningKey key;
    private final Wire wire;
    private final Semaphore asked = new Semaphore(0);
    private final Thread worker;
    private volatile boolean running = true;

    /** Where documents go and who watches. */
    public record Wire(Topics topics, MqttPort port, LiveStream live, Clock clock) {}

    public OffersSender(CatalogueStore catalogue, Kiosks kiosks, SigningKey key, Wire wire) {
        this.catalogue = catalogue;
        this.kiosks = kiosks;
        this.key = key;
        this.wire = wire;
        this.worker = Thread.ofVirtual().name("offers-sender").unstarted(this::work);
    }

    public void start() {
        worker.start();
    }

    @Override
    public void changed() {
        asked.release();
    }

    private void work() {
        try {
            while (running) {
                asked.acquire();
                Thread.sleep(GATHER_MILLIS);
                asked.drainPermits();
                if (running && !publishAll()) {
                    Thread.sleep(TimeUnit.SECONDS.toMillis(AGAIN_SECONDS));
                    asked.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean publishAll() throws InterruptedException {
        if (!wire.port().isConnected()) {
            return true;
        }
        try {
            for (GroupId group : kiosks.groups()) {
                publish(catalogue.document(group));
            }
            return true;
        } catch (RuntimeException | ExecutionException e) {
            LOG.warn("the offers could not be published, trying again", e);
            return false;
        } catch (TimeoutException e) {
            LOG.warn("the broker does not take the offers, trying again");
            return false;
        }
    }

    private void publish(OffersDocument document)
            throws InterruptedException, ExecutionException, TimeoutException {
        byte[] json = Json.write(document);
        if (json.length > Topics.MAXIMUM_PACKET - HEAD) {
            LOG.error("offers of {}: {} bytes do not fit a packet", document.group(), json.length);
            return;
        }
        Map<String, String> signature =
                Map.of(
                        Envelope.SIGNATURE_PROPERTY,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(json)),
                        Envelope.KEY_ID_PROPERTY,
                        key.verifyingKey().id());
        wire.port()
                .publish(
                        Outgoing.retained(
                                wire.topics().offers(document.group()),
                                Payload.of(json),
                                signature))
                .get(PUBLISH_SECONDS, TimeUnit.SECONDS);
        wire.live()
                .publish(new LiveItem.OffersPublished(document.version(), wire.clock().instant()));
    }

    @Override
    public void close() {
        running = false;
        worker.interrupt();
    }
}
