package io.guidepost.kiosk.testing;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.event.Ack;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.ServiceState;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.TenantId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.sign.SigningKey;
import io.guidepost.contract.sign.VoucherToken;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * The backend's side of the talk, over a real broker and real HTTP: acknowledges, answers,
 * publishes.
 */
public final class BackendSide implements AutoCloseable {
    public static final TenantId TENANT = new TenantId("demo");
    public static final KioskId KIOSK = new KioskId("kiosk-1");
    public static final GroupId GROUP = new GroupId("mall");

    private final Topics topics = new Topics(TENANT);
    private final SigningKey key = SigningKey.generate();
    private final Mqtt5BlockingClient client;
    private final HttpServer http;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<UUID, String> events = new ConcurrentHashMap<>();
    private final List<UUID> deliveries = new CopyOnWriteArrayList<>();
    private final List<String> presences = new CopyOnWriteArrayList<>();
    private final List<DeviceBatch> batches = new CopyOnWriteArrayList<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final Map<UUID, KioskEvent.PaymentCaptured> sales = new ConcurrentHashMap<>();
    private final Map<UUID, Money> holds = new ConcurrentHashMap<>();
    private volatile boolean acknowledging = true;
    private volatile Optional<Integer> cutAfter = Optional.empty();
    private volatile Function<Request<?>, Optional<Reply>> special = _ -> Optional.empty();

    private BackendSide(int brokerPort) throws IOException {
        client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier("backend-side")
                        .serverHost("127.0.0.1")
                        .serverPort(brokerPort)
                        .automaticReconnectWithDefaultConfig()
                        .buildBlocking();
        client.connectWith().cleanStart(false).sessionExpiryInterval(3600).send();
        client.toAsync()
                .subscribeWith()
                .topicFilter(topics.allUp())
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::arrived)
                .send()
                .join();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::serve);
        http.start();
    }

    /** Connects and says that it takes events. */
    public static BackendSide start(int brokerPort) throws IOException {
        BackendSide side = new BackendSide(brokerPort);
        side.open(true);
        return side;
    }

    public SigningKey key() {
        return key;
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** Says whether it takes events. */
    public void open(boolean open) {
        publish(
                topics.serviceState(Topics.INBOX),
                Json.write(new ServiceState(open)),
                true,
                Map.of());
    }

    /** Whether events are acknowledged. */
    public void acknowledge(boolean on) {
        acknowledging = on;
    }

    /** Answers that differ from the usual. */
    public void answer(Function<Request<?>, Optional<Reply>> differently) {
        special = differently;
    }

    /** Events by id: one for each, however often it came. */
    public Map<UUID, String> events() {
        return events;
    }

    /** Ids in the order they came, repeated ones too. */
    public List<UUID> deliveries() {
        return deliveries;
    }

    public List<String> presences() {
        return presences;
    }

    /** Telemetry of devices in the order it came. */
    public List<DeviceBatch> batches() {
        return batches;
    }

    /** Range headers of the requests so far. */
    public List<String> ranges() {
        return ranges;
    }

    public Map<UUID, KioskEvent.PaymentCaptured> sales() {
        return sales;
    }

    private void arrived(Mqtt5Publish message) {
        String topic = message.getTopic().toString();
        Topics.Address address = topics.parse(topic).orElseThrow();
        byte[] payload = message.getPayloadAsBytes();
        if (address.rest().startsWith("up/evt/")) {
            event(address.kiosk(), message, payload);
        } else if (address.rest().startsWith("up/req/")) {
            request(address.rest().substring("up/req/".length()), message, payload);
        } else if (address.rest().equals("up/presence")) {
            presences.add(new String(payload, StandardCharsets.UTF_8));
        } else if (topic.equals(topics.telemetry(address.kiosk(), DeviceBatch.STREAM))) {
            batches.add(Json.read(payload, DeviceBatch.class));
        }
    }

    private void event(KioskId kiosk, Mqtt5Publish message, byte[] payload) {
        UUID id =
                message.getUserProperties().asList().stream()
                        .filter(p -> p.getName().toString().equals("ce_id"))
                        .map(p -> UUID.fromString(p.getValue().toString()))
                        .findFirst()
                        .orElseThrow();
        KioskEvent event = Json.read(payload, KioskEvent.class);
        deliveries.add(id);
        if (!acknowledging) {
            return;
        }
        events.put(id, event.type());
        if (event instanceof KioskEvent.PaymentCaptured captured) {
            sales.put(captured.paymentId(), captured);
        }
        publish(topics.ack(kiosk), Json.write(new Ack(List.of(id))), false, Map.of());
    }

    private void request(String service, Mqtt5Publish message, byte[] payload) {
        Request<?> request =
                switch (service) {
                    case "slots" -> Json.read(payload, Request.Slots.class);
                    case "hold" -> Json.read(payload, Request.Hold.class);
                    case "release" -> Json.read(payload, Request.Release.class);
                    case "payment" -> Json.read(payload, Request.OpenPayment.class);
                    case "voucher" -> Json.read(payload, Request.FetchVoucher.class);
                    case "member" -> Json.read(payload, Request.Member.class);
                    case "staff" -> Json.read(payload, Request.StaffLogin.class);
                    default -> throw new IllegalArgumentException(service);
                };
        Reply reply = special.apply(request).orElseGet(() -> usual(request));
        var answer =
                Mqtt5Publish.builder()
                        .topic(message.getResponseTopic().orElseThrow())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(Json.write(reply))
                        .correlationData(message.getCorrelationData().orElseThrow())
                        .userProperties(
                                properties(
                                        Map.of(
                                                Envelope.REPLY_PROPERTY,
                                                reply instanceof Reply.Failed
                                                        ? Envelope.REPLY_FAILED
                                                        : Envelope.REPLY_OK)))
                        .build();
        var _ = client.toAsync().publish(answer);
    }

    private Reply usual(Request<?> request) {
        return switch (request) {
            case Request.Slots _ -> new Reply.SlotList(List.of());
            case Request.Hold hold -> {
                Money amount = Money.of(2500L * hold.quantity(), "EUR");
                holds.put(hold.holdId(), amount);
                yield new Reply.HoldResult.Held(
                        hold.holdId(), amount, Instant.now().plus(Duration.ofMinutes(5)));
            }
            case Request.Release _ -> new Reply.Released();
            case Request.OpenPayment open ->
                    holds.containsKey(open.holdId())
                            ? new Reply.PaymentResult.PaymentOpened(
                                    open.paymentId(),
                                    open.amount(),
                                    "AB12CD34",
                                    Instant.now().plus(Duration.ofMinutes(5)))
                            : new Reply.PaymentResult.PaymentRefused(
                                    Reply.PaymentRefusal.UNKNOWN_HOLD);
            case Request.FetchVoucher fetch ->
                    Optional.ofNullable(sales.get(fetch.paymentId()))
                            .<Reply>map(sale -> new Reply.VoucherResult.Issued(voucher(sale)))
                            .orElseGet(Reply.VoucherResult.NoSuchPayment::new);
            case Request.Member _ -> new Reply.MemberResult.MemberUnknown();
            case Request.StaffLogin _ -> new Reply.StaffResult.StaffRefused(4);
        };
    }

    private Voucher voucher(KioskEvent.PaymentCaptured sale) {
        UUID id = sale.paymentId();
        Instant until = Instant.now().plus(Duration.ofDays(365));
        return new Voucher(
                id,
                sale.paymentId(),
                "AB12CD34",
                VoucherToken.issue(key, id, until),
                Samples.TEA,
                "Green tea",
                "Tea house",
                "Level 2",
                1,
                sale.amount(),
                Optional.empty(),
                until);
    }

    /** Publishes a document as the backend signs it. */
    public void publishOffers(OffersDocument document) {
        byte[] json = Json.write(document);
        publishOffers(json, key.sign(json));
    }

    public void publishOffers(byte[] json, byte[] signature) {
        publish(
                topics.offers(GROUP),
                json,
                true,
                Map.of(
                        Envelope.SIGNATURE_PROPERTY,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(signature),
                        Envelope.KEY_ID_PROPERTY,
                        key.verifyingKey().id()));
    }

    private void publish(String topic, byte[] payload, boolean retain, Map<String, String> named) {
        var _ =
                client.toAsync()
                        .publishWith()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .retain(retain)
                        .payload(payload)
                        .userProperties(properties(named))
                        .send();
    }

    private static Mqtt5UserProperties properties(Map<String, String> named) {
        return Mqtt5UserProperties.of(
                named.entrySet().stream()
                        .map(e -> Mqtt5UserProperty.of(e.getKey(), e.getValue()))
                        .toList());
    }

    /** Serves a file under this path from now on. */
    public void put(String path, byte[] content) {
        files.put("/" + path, content);
    }

    /** Breaks the next answers off after so many bytes. */
    public void cutAnswersAfter(Optional<Integer> bytes) {
        cutAfter = bytes;
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath());
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = 0;
        if (range != null) {
            ranges.add(range);
            from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            exchange.getResponseHeaders()
                    .add(
                            "Content-Range",
                            "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
        OutputStream out = exchange.getResponseBody();
        int enough = Math.min(rest.length, cutAfter.orElse(rest.length));
        out.write(rest, 0, enough);
        out.flush();
        if (enough < rest.length) {
            // The server ends the connection of a handler that throws.
            throw new IOException("broken off on purpose");
        }
        exchange.close();
    }

    public static byte[] snapshot(List<? extends CatalogueLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (CatalogueLine line : lines) {
                out.write(Json.write(line));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        client.disconnect();
    }
}
