package io.guidepost.backend.gateway;

import java.lang.reflect.Field;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.internal.MqttConnectionState;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Paho's client that never uses a topic alias. Where a broker offers them, Paho keeps using aliases
 * of a connection that is gone and is thrown out again and again (paho.mqtt.java#1104); it has no
 * switch for that.
 */
final class AliasFreeClient extends MqttAsyncClient {
    AliasFreeClient(String broker, String clientId) throws MqttException {
        super(broker, clientId, new MemoryPersistence());
    }

    /** To be called after each connect and before the first publish. */
    void useNoAliases() {
        try {
            Field field = MqttAsyncClient.class.getDeclaredField("mqttConnection");
            field.setAccessible(true);
            ((MqttConnectionState) field.get(this)).setOutgoingTopicAliasMaximum(0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is not the Paho client that was tested", e);
        }
    }
}
