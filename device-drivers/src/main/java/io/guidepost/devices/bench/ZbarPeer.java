package io.guidepost.devices.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * zbarimg (Debian zbar-tools), asked for the same formats; it knows no Data Matrix. It is given
 * many pictures of one format in one process, so its time is the mean of that process: with reading
 * the files, but nearly without its start.
 */
final class ZbarPeer implements Decoder {
    private static final int AT_ONCE = 200;
    private static final List<String> FORMATS =
            List.of("ean13", "ean8", "upca", "upce", "code128", "databar", "databar-exp", "qrcode");

    private final Path scratch;

    ZbarPeer(Path scratch) {
        this.scratch = scratch;
    }

    @Override
    public String name() {
        return "zbar";
    }

    @Override
    public Optional<String> absent() {
        return PeerProcess.isThere("zbarimg")
                ? Optional.empty()
                : Optional.of("zbar is left out: there is no zbarimg (Debian zbar-tools)");
    }

    @Override
    public Map<Picture, Answer> look(List<Picture> pictures)
            throws IOException, InterruptedException {
        Map<Picture, Answer> answers = new LinkedHashMap<>();
        for (List<Picture> kind :
                pictures.stream().collect(Collectors.groupingBy(Picture::format)).values()) {
            look(kind, answers);
        }
        return answers;
    }

    private void look(List<Picture> pictures, Map<Picture, Answer> answers)
            throws IOException, InterruptedException {
        for (int from = 0; from < pictures.size(); from += AT_ONCE) {
            List<Picture> some = pictures.subList(from, Math.min(pictures.size(), from + AT_ONCE));
            long begin = System.nanoTime();
            String xml = PeerProcess.run(command(some), scratch);
            double millis = (System.nanoTime() - begin) / 1e6 / some.size();
            Map<String, List<String>> texts = texts(xml);
            for (Picture picture : some) {
                answers.put(
                        picture,
                        new Answer(
                                texts.getOrDefault(picture.pgm().toString(), List.of()),
                                OptionalDouble.of(millis)));
            }
        }
    }

    private static List<String> command(List<Picture> pictures) {
        return Stream.of(
                        Stream.of("zbarimg", "-q", "--nodbus", "--xml", "-Sdisable"),
                        FORMATS.stream().map(f -> "-S" + f + ".enable"),
                        pictures.stream().map(p -> p.pgm().toString()))
                .flatMap(s -> s)
                .toList();
    }

    private static Map<String, List<String>> texts(String xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        Map<String, List<String>> texts = new HashMap<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(readable(xml)));
            String source = "";
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("source")) {
                    source = reader.getAttributeValue(null, "href");
                } else if (reader.getLocalName().equals("data")) {
                    String form = reader.getAttributeValue(null, "format");
                    String text = reader.getElementText();
                    texts.computeIfAbsent(source, _ -> new ArrayList<>())
                            .add("base64".equals(form) ? decoded(text) : text);
                }
            }
            return texts;
        } catch (XMLStreamException e) {
            throw new IOException("zbarimg's answer cannot be read: " + e.getMessage(), e);
        }
    }

    /** zbarimg prints characters as they are that XML does not allow. */
    private static String readable(String xml) {
        return xml.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
