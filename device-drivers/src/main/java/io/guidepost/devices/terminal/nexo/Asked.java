package io.guidepost.devices.terminal.nexo;

import tools.jackson.databind.JsonNode;

/** What a terminal answers when asked about an earlier request. */
sealed interface Asked {

    /** Its answer to that request, said again. */
    record Known(JsonNode body) implements Asked {}

    record Running() implements Asked {}

    record Missing() implements Asked {}

    record Silent(String reason) implements Asked {}
}
