package io.guidepost.backend.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.client.parameter.ServerInformation;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import io.guidepost.contract.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker that comes with the backend. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 20;
    private static final int RECEIVE_MAXIMUM = 100;
    private static final int QUEUE = 100_000;

    private final EmbeddedHiveMQ broker;
    private final Reach reach;

    private EmbeddedBroker(EmbeddedHiveMQ broker, Reach reach) {
        this.broker = broker;
        this.reach = reach;
    }

    /** What HiveMQ gives to an extension only. */
    private record Reach(ServerInformation server, ClientService clients) {}

    /**
     * Starts and returns when it listens.
     *
     * @throws BrokerUnusable when it does not come up, such as on a busy port
     */
    public static EmbeddedBroker start(BrokerSettings settings, KioskGate gate) {
        Path folder = settings.folder();
        Path conf = folder.resolve("conf");
        Path extensions = folder.resolve("extensions");
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(conf);
            Files.createDirectories(extensions);
            Files.createDirectories(data);
            Files.writeString(conf.resolve("config.xml"), configuration(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder cannot be written", e);
        }
        Access access =
                new Access(new KioskAuthenticator(settings, gate), new CompletableFuture<>());
        EmbeddedHiveMQ broker =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(conf)
                        .withDataFolder(data)
                        .withExtensionsFolder(extensions)
                        .withEmbeddedExtension(extension(access))
                        .withoutLoggingBootstrap()
                        .build();
        try {
            broker.start().get(START_SECONDS, TimeUnit.SECONDS);
            return new EmbeddedBroker(broker, access.reach().get(START_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            stop(broker);
            throw new BrokerUnusable(
                    "the MQTT broker does not come up on "
                            + settings.host()
                            + ":"
                            + settings.port(),
                    e);
        } catch (InterruptedException e) {
            stop(broker);
            Thread.currentThread().interrupt();
            throw new BrokerUnusable("interrupted", e);
        }
    }

    /** The port that it listens on, also where the settings left it open. */
    public int port() {
        return reach.server().getListener().iterator().next().getPort();
    }

    /** Ends the connection of a client at once, where it has one; its will is sent. */
    public void disconnect(String clientId) {
        var _ =
                reach.clients()
                        .disconnectClient(clientId, false)
                        .whenComplete(
                                (known, problem) -> {
                                    if (problem != null) {
                                        LOG.error(
                                                "{} could not be disconnected", clientId, problem);
                                    }
                                });
    }

    private static EmbeddedExtension extension(Access access) {
        return EmbeddedExtension.builder()
                .withId("guidepost-access")
                .withName("Guidepost access")
                .withVersion("1")
                .withAuthor("Guidepost")
                .withPriority(0)
                .withStartPriority(1000)
                .withExtensionMain(access)
                .build();
    }

    private record Access(KioskAuthenticator authenticator, CompletableFuture<Reach> reach)
            implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry().setAuthenticatorProvider(connecting -> authenticator);
            reach.complete(
                    new Reach(
                            Services.adminService().getServerInformation(),
                            Services.clientService()));
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
            // Nothing is held.
        }
    }

    private static String configuration(BrokerSettings settings) {
        return """
        <?xml version="1.0"?>
        <hivemq>
          <listeners>
            <tcp-listener>
              <port>%d</port>
              <bind-address>%s</bind-address>
            </tcp-listener>
          </listeners>
          <mqtt>
            <queued-messages><max-queue-size>%d</max-queue-size></queued-messages>
            <topic-alias><enabled>false</enabled></topic-alias>
            <packets><max-packet-size>%d</max-packet-size></packets>
            <receive-maximum><server-receive-maximum>%d</server-receive-maximum></receive-maximum>
          </mqtt>
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """
                .formatted(
                        settings.port(),
                        settings.host(),
                        QUEUE,
                        Topics.MAXIMUM_PACKET,
                        RECEIVE_MAXIMUM);
    }

    @Override
    public void close() {
        stop(broker);
    }

    private static void stop(EmbeddedHiveMQ broker) {
        try {
            broker.stop().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the MQTT broker did not stop in order: {}", e.toString());
        }
    }
}
