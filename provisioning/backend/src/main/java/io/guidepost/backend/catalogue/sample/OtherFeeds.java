package io.guidepost.backend.catalogue.sample;

import io.guidepost.contract.code.BadgeCode;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what is not a product: merchants, services, reviews, price history, people, campaigns. */
final class OtherFeeds {
    static final int MEMBERS = 200;
    private static final List<String> PINS = List.of("2468", "1357", "8024");

    private OtherFeeds() {}

    static void merchants(Path file, List<Shop> shops) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Shop s : shops) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("id", s.id());
            m.put("name", s.name());
            m.put("region", s.region());
            m.put("city", s.city());
            m.put("address", s.address());
            m.put("category", s.category());
            m.put("certified", Math.floorMod(s.id().hashCode(), 7) != 0);
            all.add(m);
        }
        json(file, "merchants", all);
    }

    static void services(Path file, List<Treat> treats) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Treat t : treats) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("id", t.key());
            m.put("merchant", t.shop().id());
            m.put("title", t.title());
            m.put("description", t.description());
            m.put("category", t.category());
            m.put("price", ProductFeeds.euro(t.story().today()));
            t.story().claimed().ifPresent(c -> m.put("regular_price", ProductFeeds.euro(c)));
            t.member().ifPresent(c -> m.put("member_price", ProductFeeds.euro(c)));
            m.put("image_link", "pictures/" + t.picture().file());
            m.put("duration", Duration.ofMinutes(t.minutes()).toString());
            m.put("zone", t.shop().zone().getId());
            List<String> hours = Lines.cut(t.hours(), "-");
            Map<String, Object> opening = new LinkedHashMap<>();
            opening.put("days", t.dayNames());
            opening.put("from", hours.get(0));
            opening.put("until", hours.get(1));
            m.put("opening", List.of(opening));
            m.put("slots", slots(t));
            all.add(m);
        }
        json(file, "services", all);
    }

    private static Map<String, Object> slots(Treat t) {
        Map<String, Object> slots = new LinkedHashMap<>();
        List<String> rule = Lines.cut(t.rule(), " ");
        if (rule.getFirst().equals("every")) {
            slots.put("every", Duration.ofMinutes(Integer.parseInt(rule.get(1))).toString());
        } else {
            slots.put("at", rule.subList(1, rule.size()));
        }
        slots.put("capacity", t.capacity());
        return slots;
    }

    static void members(Path file, long seed, LocalDate today) throws IOException {
        Random random = new Random(seed ^ 0xABCDEFL);
        List<String> first = Opinion.names("first");
        List<String> last = Opinion.names("last");
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("code", memberCode(i).value());
            m.put(
                    "name",
                    first.get(i % first.size())
                            + " "
                            + last.get((i * 7 + i / first.size()) % last.size()));
            m.put("tier", i % 10 == 0 ? "Gold" : i % 3 == 0 ? "Silver" : "Classic");
            m.put("joined", today.minusDays(30 + random.nextInt(1500)).toString());
            all.add(m);
        }
        json(file, "members", all);
    }

    static MemberCode memberCode(int index) {
        return MemberCode.of(4_100_000_007L + index * 7_919L);
    }

    static void staff(Path file) throws IOException {
        List<String> names = List.of("Mara Lindt", "Tomás Vega", "Resi Huber");
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < PINS.size(); i++) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("badge", badge(i).value());
            m.put("name", names.get(i));
            m.put("pin", pin(i));
            all.add(m);
        }
        json(file, "staff", all);
    }

    static BadgeCode badge(int index) {
        return BadgeCode.of(20_417_003L + index * 613L);
    }

    static String pin(int index) {
        return PINS.get(index);
    }

    static void history(Path file, List<Listing> listings, List<Treat> treats) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("merchant\tid\tfrom\tprice\n");
            for (Listing l : listings) {
                steps(out, l.shop().id(), l.product().sku(), l.story());
            }
            for (Treat t : treats) {
                steps(out, t.shop().id(), t.key(), t.story());
            }
        }
    }

    private static void steps(Writer out, String shop, String id, PriceStory story)
            throws IOException {
        for (PriceStory.Step step : story.steps()) {
            out.write(
                    shop
                            + "\t"
                            + id
                            + "\t"
                            + step.from()
                            + "\t"
                            + ProductFeeds.euro(step.minor())
                            + "\n");
        }
    }

    static void reviews(Path file, List<Opinion> opinions) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("feed");
            element(xml, "version", "2.4");
            xml.writeStartElement("publisher");
            element(xml, "name", "Guidepost sample mall");
            xml.writeEndElement();
            xml.writeStartElement("reviews");
            for (Opinion o : opinions) {
                xml.writeCharacters("\n");
                review(xml, o);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException("sample feed " + file, e));
        }
    }

    private static void review(XMLStreamWriter xml, Opinion o) throws XMLStreamException {
        xml.writeStartElement("review");
        element(xml, "review_id", o.id());
        xml.writeStartElement("reviewer");
        xml.writeStartElement("name");
        if (o.author().isEmpty()) {
            xml.writeAttribute("is_anonymous", "true");
        }
        xml.writeCharacters(o.author().isEmpty() ? "Anonymous" : o.author());
        xml.writeEndElement();
        xml.writeEndElement();
        element(
                xml,
                "review_timestamp",
                o.date().atTime(12, 0).atOffset(ZoneOffset.UTC).toInstant().toString());
        element(xml, "title", o.title());
        element(xml, "content", o.text());
        xml.writeStartElement("ratings");
        xml.writeStartElement("overall");
        xml.writeAttribute("min", "1");
        xml.writeAttribute("max", "5");
        xml.writeCharacters(Integer.toString(o.rating()));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("products");
        xml.writeStartElement("product");
        xml.writeStartElement("product_ids");
        if (!o.gtin().isEmpty()) {
            xml.writeStartElement("gtins");
            element(xml, "gtin", o.gtin());
            xml.writeEndElement();
        }
        xml.writeStartElement("skus");
        element(xml, "sku", o.offerId());
        xml.writeEndElement();
        xml.writeEndElement();
        element(xml, "product_name", o.product());
        xml.writeEndElement();
        xml.writeEndElement();
        element(xml, "is_verified_purchase", Boolean.toString(o.verified()));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    static void json(Path file, String name, List<Map<String, Object>> entries) throws IOException {
        StringBuilder text = new StringBuilder("{\"" + name + "\": [");
        for (int i = 0; i < entries.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(Json.writeText(entries.get(i)));
        }
        Files.writeString(file, text.append("\n]}\n"));
    }
}
