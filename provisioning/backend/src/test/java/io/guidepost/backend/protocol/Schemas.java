package io.guidepost.backend.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** JSON schemas of the contract's records, read off the classes. */
final class Schemas {
    private static final Map<Type, Map<String, Object>> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, Map.of("type", "string")),
                    Map.entry(boolean.class, Map.of("type", "boolean")),
                    Map.entry(int.class, Map.of("type", "integer")),
                    Map.entry(Integer.class, Map.of("type", "integer")),
                    Map.entry(Long.class, Map.of("type", "integer")),
                    Map.entry(long.class, Map.of("type", "integer")),
                    Map.entry(Currency.class, Map.of("type", "string", "pattern", "[A-Z]{3}")),
                    Map.entry(UUID.class, format("uuid")),
                    Map.entry(Instant.class, format("date-time")),
                    Map.entry(LocalDate.class, format("date")),
                    Map.entry(Duration.class, format("duration")));

    private final Map<String, Object> all = new TreeMap<>();

    private static Map<String, Object> format(String name) {
        return Map.of("type", "string", "format", name);
    }

    /** Every schema that was referred to, by name. */
    Map<String, Object> all() {
        return all;
    }

    /** The schema of a type; records and their parts are noted and referred to by name. */
    Map<String, Object> of(Type type) {
        if (SIMPLE.containsKey(type)) {
            return new TreeMap<>(SIMPLE.get(type));
        }
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> cls = (Class<?>) type;
        if (cls.isEnum()) {
            return ordered(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(cls.getEnumConstants()).map(Object::toString).toList());
        }
        if (isText(cls)) {
            return text(cls);
        }
        if (!all.containsKey(cls.getSimpleName())) {
            all.put(cls.getSimpleName(), Map.of());
            all.put(cls.getSimpleName(), cls.isRecord() ? record(cls) : choice(cls));
        }
        return ordered("$ref", "#/components/schemas/" + cls.getSimpleName());
    }

    private Map<String, Object> generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Type raw = type.getRawType();
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (raw == List.class) {
            return ordered("type", "array", "items", of(arguments[0]));
        }
        if (raw == Map.class) {
            return ordered("type", "object", "additionalProperties", of(arguments[1]));
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private static boolean isText(Class<?> cls) {
        return cls.isRecord()
                && Arrays.stream(cls.getDeclaredMethods())
                        .anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
    }

    private static Map<String, Object> text(Class<?> cls) {
        try {
            var form = cls.getDeclaredField("FORM");
            form.setAccessible(true);
            return ordered("type", "string", "pattern", ((Pattern) form.get(null)).pattern());
        } catch (NoSuchFieldException e) {
            return ordered("type", "string");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> record(Class<?> cls) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        discriminator(cls)
                .ifPresent(
                        d -> {
                            properties.put(d.getKey(), ordered("const", d.getValue()));
                            required.add(d.getKey());
                        });
        for (RecordComponent part : cls.getRecordComponents()) {
            properties.put(part.getName(), of(part.getGenericType()));
            if (part.getType() != Optional.class) {
                required.add(part.getName());
            }
        }
        return ordered("type", "object", "properties", properties, "required", required);
    }

    private Map<String, Object> choice(Class<?> cls) {
        return ordered(
                "oneOf",
                Arrays.stream(cls.getAnnotation(JsonSubTypes.class).value())
                        .map(s -> of(s.value()))
                        .toList());
    }

    private static Optional<Map.Entry<String, String>> discriminator(Class<?> cls) {
        for (Class<?> parent : cls.getInterfaces()) {
            JsonTypeInfo info = parent.getAnnotation(JsonTypeInfo.class);
            if (info != null) {
                return Arrays.stream(parent.getAnnotation(JsonSubTypes.class).value())
                        .filter(s -> s.value() == cls)
                        .map(s -> Map.entry(info.property(), s.name()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** A map in the order given: key, value, key, value. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
