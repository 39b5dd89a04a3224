package io.guidepost.devices.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * zxing-cpp as WebAssembly (npm zxing-wasm) under Node.js, asked for the same formats; timed inside
 * its process, picture in memory to texts.
 */
final class ZxingWasmPeer implements Decoder {
    private static final String SCRIPT = "zxing-wasm-peer.mjs";

    private final JsonMapper json = new JsonMapper();
    private final Optional<Path> modules;
    private final Path scratch;

    /**
     * Makes the peer.
     *
     * @param modules the folder with {@code node_modules}, where there is one
     */
    ZxingWasmPeer(Optional<Path> modules, Path scratch) {
        this.modules = modules;
        this.scratch = scratch;
    }

    @Override
    public String name() {
        return "zxing-wasm";
    }

    @Override
    public Optional<String> absent() {
        if (!PeerProcess.isThere("node")) {
            return Optional.of("zxing-wasm is left out: there is no node (Debian nodejs)");
        }
        return modules.isPresent()
                ? Optional.empty()
                : Optional.of("zxing-wasm is left out: npm ci --prefix .ci/node brings it");
    }

    @Override
    public Map<Picture, Answer> look(List<Picture> pictures)
            throws IOException, InterruptedException {
        Path script = scratch.resolve(SCRIPT);
        try (InputStream in =
                Objects.requireNonNull(ZxingWasmPeer.class.getResourceAsStream(SCRIPT))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Path list = scratch.resolve("pictures");
        Files.write(list, pictures.stream().map(p -> p.pgm().toString()).toList());
        List<String> lines =
                PeerProcess.run(
                                List.of(
                                        "node",
                                        script.toString(),
                                        modules.orElseThrow().toString(),
                                        list.toString()),
                                scratch)
                        .lines()
                        .toList();
        Map<Picture, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            JsonNode line = json.readTree(lines.get(i));
            answers.put(
                    pictures.get(i),
                    new Answer(
                            StreamSupport.stream(line.get("texts").spliterator(), false)
                                    .map(JsonNode::asString)
                                    .toList(),
                            OptionalDouble.of(line.get("ms").asDouble())));
        }
        return answers;
    }
}
