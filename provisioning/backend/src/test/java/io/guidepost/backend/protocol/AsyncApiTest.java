package io.guidepost.backend.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code docs/protocol/asyncapi.yaml} says what the code does. After a change of the contract, copy
 * {@code target/asyncapi.yaml}, which a failing run leaves, and look at the difference.
 */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("../../docs/protocol/asyncapi.yaml");
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    @Test
    void theDocumentSaysWhatTheContractIs() throws IOException {
        Map<String, Object> wanted = ProtocolDocument.build();
        Files.writeString(Path.of("target/asyncapi.yaml"), YAML.writeValueAsString(wanted));
        assertThat(YAML.readTree(Files.readString(DOCUMENT)))
                .isEqualTo(YAML.readTree(YAML.writeValueAsString(wanted)));
    }

    @Test
    void noTopicHasMoreThanSevenSlashes() {
        assertThat(YAML.valueToTree(ProtocolDocument.build()).get("channels"))
                .isNotEmpty()
                .allSatisfy(
                        channel ->
                                assertThat(channel.get("address").asString().split("/", -1))
                                        .hasSizeLessThanOrEqualTo(8));
    }
}
