package io.guidepost.backend.broker;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.Retain;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.SharedSubscription;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import io.guidepost.contract.id.GroupId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lets a kiosk in whose client id, user name and password belong together, and at its own topics
 * only. Everything that is not allowed is refused.
 */
final class KioskAuthenticator implements SimpleAuthenticator {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final BrokerSettings settings;
    private final KioskGate gate;

    KioskAuthenticator(BrokerSettings settings, KioskGate gate) {
        this.settings = settings;
        this.gate = gate;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        Async<SimpleAuthOutput> later =
                output.async(TIMEOUT, TimeoutFallback.FAILURE, ConnackReasonCode.SERVER_BUSY);
        ConnectPacket connect = input.getConnectPacket();
        Thread.ofVirtual()
                .name("mqtt-authenticate")
                .start(
                        () -> {
                            try {
                                decide(connect, output);
                            } catch (RuntimeException e) {
                                output.failAuthentication(ConnackReasonCode.SERVER_UNAVAILABLE);
                            } finally {
                                later.resume();
                            }
                        });
    }

    private void decide(ConnectPacket connect, SimpleAuthOutput output) {
        String user = connect.getUserName().orElse("");
        String password = connect.getPassword().map(KioskAuthenticator::text).orElse("");
        output.getDefaultPermissions().setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        if (user.equals(BrokerSettings.BACKEND_USER)) {
            decideBackend(password, output);
            return;
        }
        Optional<GroupId> group =
                connect.getClientId().equals(user)
                        ? gate.authenticate(user, password)
                        : Optional.empty();
        if (group.isEmpty()) {
            output.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        output.getDefaultPermissions().addAll(kioskPermissions(user, group.get()));
        output.authenticateSuccessfully();
    }

    private void decideBackend(String password, SimpleAuthOutput output) {
        boolean right =
                MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8),
                        settings.backendPassword().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            output.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        output.getDefaultPermissions().add(allow(tenant() + "/#", MqttActivity.ALL, Retain.ALL));
        output.authenticateSuccessfully();
    }

    private List<TopicPermission> kioskPermissions(String kiosk, GroupId group) {
        String own = tenant() + "/k/" + kiosk;
        return List.of(
                allow(own + "/up/presence", MqttActivity.PUBLISH, Retain.ALL),
                allow(own + "/up/#", MqttActivity.PUBLISH, Retain.NOT_RETAINED),
                allow(own + "/down/#", MqttActivity.SUBSCRIBE, Retain.ALL),
                allow(tenant() + "/g/" + group + "/#", MqttActivity.SUBSCRIBE, Retain.ALL),
                allow(tenant() + "/svc/#", MqttActivity.SUBSCRIBE, Retain.ALL));
    }

    private static TopicPermission allow(String filter, MqttActivity activity, Retain retain) {
        return Builders.topicPermission()
                .topicFilter(filter)
                .type(TopicPermission.PermissionType.ALLOW)
                .activity(activity)
                .qos(TopicPermission.Qos.ALL)
                .retain(retain)
                .sharedSubscription(SharedSubscription.NOT_SHARED)
                .build();
    }

    private String tenant() {
        return "gp/v1/" + settings.tenant();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
