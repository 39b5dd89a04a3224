package io.guidepost.devices.terminal.nexo;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.lifecycle.DeviceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a terminal says of itself: which one it is (POISystemData of its login answer) and how it is
 * (POIStatus there and in its answer to a diagnosis).
 */
final class PoiHealth {
    private static final int LONGEST = 60;

    /** Each flag is missing where the terminal has no such part. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "SecurityOKFlag", "its security module does not work",
                    "PEDOKFlag", "its PIN pad does not work",
                    "CardReaderOKFlag", "its card reader does not work",
                    "CommunicationOKFlag", "it cannot reach the bank");

    private PoiHealth() {}

    /** The terminal has accepted the login. */
    static void loggedIn(JsonNode answer, DeviceState state) {
        JsonNode system = answer.path("POISystemData");
        JsonNode software = system.path("POISoftware");
        state.identified(
                new DeviceIdentity(
                        shortened(software, "ManufacturerID"),
                        (shortened(software, "ApplicationName")
                                        + " "
                                        + shortened(software, "SoftwareVersion"))
                                .strip(),
                        shortened(system.path("POITerminalData"), "POISerialNumber"),
                        ""));
        report(system.path("POIStatus"), "it accepted the login", state);
    }

    /** The terminal has answered a diagnosis. */
    static void diagnosed(JsonNode answer, DeviceState state) {
        if (NexoAnswers.succeeded(answer)) {
            report(answer.path("POIStatus"), "it answered a diagnosis", state);
        } else {
            state.tested(false, "diagnosis refused: " + NexoAnswers.errorCondition(answer));
        }
    }

    private static void report(JsonNode poiStatus, String good, DeviceState state) {
        List<String> troubles = new ArrayList<>();
        switch (text(poiStatus, "GlobalStatus")) {
            case "Maintenance" -> troubles.add("it is under maintenance");
            case "Unreachable" -> troubles.add("a part of it cannot be reached");
            default -> {}
        }
        PARTS.forEach(
                (flag, trouble) -> {
                    JsonNode value = poiStatus.path(flag);
                    if (value.isBoolean() && !value.booleanValue()) {
                        troubles.add(trouble);
                    }
                });
        troubles.sort(null);
        String trouble = String.join(", ", troubles);
        state.tested(trouble.isEmpty(), trouble.isEmpty() ? good : trouble);
        if (trouble.isEmpty()) {
            state.ready();
        } else {
            state.degraded("the terminal says that " + trouble);
        }
    }

    private static String shortened(JsonNode node, String field) {
        String value = text(node, field).strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }
}
