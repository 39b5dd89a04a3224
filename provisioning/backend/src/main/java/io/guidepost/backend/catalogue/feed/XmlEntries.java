package io.guidepost.backend.catalogue.feed;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the entries of an XML feed one after the other. Document types and external entities are
 * refused, depth and lengths are bounded, so that no feed can make the reader grow.
 */
final class XmlEntries {
    private static final int MAX_DEPTH = 30;

    private static final Pattern PARSER_LIMIT = Pattern.compile("JAXP\\d+:\\s*(.{1,200})");

    private final Set<String> entryNames;
    private final Set<String> roots;

    /**
     * Reads elements of these names.
     *
     * @param roots what the outermost element may be called
     * @param entryNames what an entry is called
     */
    XmlEntries(Set<String> roots, Set<String> entryNames) {
        this.roots = roots;
        this.entryNames = entryNames;
    }

    void read(InputStream in, EntrySink sink) {
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(in);
            document(xml, sink);
        } catch (XMLStreamException e) {
            long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new FeedUnreadable(new LineProblem(line, "", reason(e)), e);
        } finally {
            close(xml);
        }
    }

    /** A limit of the parser is told as the parser says it, with the limit's name. */
    private static String reason(XMLStreamException e) {
        Matcher limit = PARSER_LIMIT.matcher(String.valueOf(e.getMessage()));
        return limit.find()
                ? "goes beyond a limit of the XML parser: " + limit.group(1)
                : "the XML cannot be read from here on (cut off or not well-formed);"
                        + " send the whole file again";
    }

    /**
     * The limits on entities are off: the JDK counts each of XML's own five over the whole
     * document, so that a large honest feed would be refused. Others cannot grow, as document types
     * are refused and with them every entity that a feed could declare.
     */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    private void document(XMLStreamReader xml, EntrySink sink) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                        throw new FeedUnreadable(
                                new LineProblem(
                                        xml.getLocation().getLineNumber(),
                                        "",
                                        "a document type declaration is not accepted; remove it"));
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == 0 && !roots.contains(xml.getLocalName())) {
                        throw new FeedUnreadable(
                                new LineProblem(
                                        xml.getLocation().getLineNumber(),
                                        "",
                                        "begins with <"
                                                + shortened(xml.getLocalName())
                                                + ">, needs one of "
                                                + roots
                                                + "; is it the right kind of feed?"));
                    }
                    if (entryNames.contains(xml.getLocalName())) {
                        sink.entry(entry(xml));
                    } else {
                        depth++;
                    }
                    if (depth > MAX_DEPTH) {
                        throw tooDeep(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Text between entries says nothing.
                }
            }
        }
    }

    private static FeedUnreadable tooDeep(XMLStreamReader xml) {
        return new FeedUnreadable(
                new LineProblem(
                        xml.getLocation().getLineNumber(),
                        "",
                        "elements lie deeper than " + MAX_DEPTH + " levels"));
    }

    /** Reads up to the entry's end. */
    private static FeedEntry entry(XMLStreamReader xml) throws XMLStreamException {
        long line = xml.getLocation().getLineNumber();
        Map<String, String> fields = new LinkedHashMap<>();
        String tooLong = "";
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(
                            path.isEmpty()
                                    ? xml.getLocalName()
                                    : path.getLast() + "." + xml.getLocalName());
                    attributes(xml, path.getLast(), fields);
                    text.setLength(0);
                    leaf = true;
                    if (path.size() > MAX_DEPTH) {
                        throw tooDeep(xml);
                    }
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    int room = FeedEntry.MAX_FIELD + 1 - text.length();
                    int length = Math.min(room, xml.getTextLength());
                    text.append(xml.getTextCharacters(), xml.getTextStart(), length);
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new FeedUnreadable(
                                new LineProblem(
                                        xml.getLocation().getLineNumber(),
                                        "",
                                        "entity references other than the five of XML are not"
                                                + " accepted"));
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.isEmpty()) {
                        return new FeedEntry(line, fields, tooLong);
                    }
                    String name = path.removeLast();
                    if (leaf && text.length() > FeedEntry.MAX_FIELD) {
                        tooLong = name;
                    } else if (leaf) {
                        put(fields, name, text.toString().strip());
                    }
                    leaf = false;
                }
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("ends within an entry", xml.getLocation());
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    private static void attributes(XMLStreamReader xml, String path, Map<String, String> fields) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i);
            if (value.length() <= FeedEntry.MAX_FIELD) {
                put(fields, path + "@" + xml.getAttributeLocalName(i), value.strip());
            }
        }
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (fields.size() < FeedEntry.MAX_FIELDS && !value.isEmpty()) {
            fields.merge(name, value, XmlEntries::joined);
        }
    }

    private static String joined(String a, String b) {
        return a.length() + b.length() < FeedEntry.MAX_FIELD ? a + "\n" + b : a;
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static void close(@org.jspecify.annotations.Nullable XMLStreamReader xml) {
        try {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException e) {
            // Nothing is kept by a reader that does not close: the stream is closed by its owner.
        }
    }
}
