package io.guidepost.backend.catalogue.feed;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the objects of one named array: {@code {"services": [{…}, …]}}. One object is in memory at
 * a time. Lists of plain values become one field joined by commas, nested objects and lists get
 * dotted names ({@code opening.0.from}).
 */
final class JsonEntries {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(10)
                                    .maxStringLength(100_000)
                                    .maxNumberLength(30)
                                    .maxNameLength(200)
                                    .build())
                    .build();

    private final String array;

    JsonEntries(String array) {
        this.array = array;
    }

    void read(InputStream in, EntrySink sink) {
        try (JsonParser json =
                FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notTheArray(json);
            }
            boolean found = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals(array) && value == JsonToken.START_ARRAY) {
                    found = true;
                    entries(json, sink);
                } else {
                    json.skipChildren();
                }
            }
            if (!found || json.currentToken() != JsonToken.END_OBJECT) {
                throw notTheArray(json);
            }
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new FeedUnreadable(
                    new LineProblem(
                            line,
                            "",
                            "the JSON cannot be read from here on (cut off, not well-formed, or a"
                                    + " text of more than 100000 characters)"),
                    e);
        }
    }

    private FeedUnreadable notTheArray(JsonParser json) {
        return new FeedUnreadable(
                new LineProblem(
                        Math.max(1, json.currentLocation().getLineNr()),
                        array,
                        "needs an object with this list"));
    }

    private void entries(JsonParser json, EntrySink sink) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            long line = json.currentTokenLocation().getLineNr();
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                sink.problem(new LineProblem(line, array, "holds something that is no object"));
                continue;
            }
            Reading reading = new Reading();
            reading.object(json, "");
            sink.entry(new FeedEntry(line, reading.fields, reading.tooLong));
        }
    }

    /** One object being flattened. */
    private static final class Reading {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private String tooLong = "";

        void object(JsonParser json, String prefix) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = prefix + json.currentName();
                json.nextToken();
                value(json, name);
            }
        }

        private void value(JsonParser json, String name) {
            JsonToken token = json.currentToken();
            if (token == JsonToken.START_OBJECT) {
                object(json, name + ".");
            } else if (token == JsonToken.START_ARRAY) {
                int index = 0;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    boolean plain = json.currentToken().isScalarValue();
                    value(json, plain ? name : name + "." + index);
                    index++;
                }
            } else if (token != JsonToken.VALUE_NULL) {
                put(name, String.valueOf(json.getString()).strip());
            }
        }

        private void put(String name, String value) {
            if (value.length() > FeedEntry.MAX_FIELD) {
                tooLong = name;
            } else if (!value.isEmpty() && fields.size() < FeedEntry.MAX_FIELDS) {
                fields.merge(
                        name,
                        value,
                        (a, b) -> a.length() + b.length() < FeedEntry.MAX_FIELD ? a + "," + b : a);
            }
        }
    }
}
