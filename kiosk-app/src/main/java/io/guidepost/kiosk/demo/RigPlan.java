package io.guidepost.kiosk.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * How a rig is set up.
 *
 * @param data everything it keeps lies here
 * @param consolePort where the backend serves console and kiosks
 * @param broker settings of the backend that say which broker it uses
 * @param window whether kiosks may open windows
 */
public record RigPlan(Path data, int consolePort, List<String> broker, boolean window) {

    public RigPlan {
        broker = List.copyOf(broker);
    }

    /** With the backend's own broker. */
    public static RigPlan embedded(Path data, int consolePort, int mqttPort, boolean window) {
        return new RigPlan(
                data, consolePort, List.of("--mqtt-port", Integer.toString(mqttPort)), window);
    }

    /** With the backend's own broker, free ports and no window. */
    public static RigPlan unattended(Path data) {
        return embedded(
                data,
                Ports.claim(0, "console", "--console-port"),
                Ports.claim(0, "broker", "--mqtt-port"),
                false);
    }

    URI console() {
        return URI.create("http://127.0.0.1:" + consolePort + "/");
    }
}
