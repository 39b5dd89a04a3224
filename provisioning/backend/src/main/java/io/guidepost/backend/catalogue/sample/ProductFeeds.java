package io.guidepost.backend.catalogue.sample;

import io.guidepost.contract.money.Money;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes listings as Google Merchant product feeds (RSS 2.0 and TSV) and local inventory. */
final class ProductFeeds {
    static final String GOOGLE = "http://base.google.com/ns/1.0";
    private static final DateTimeFormatter OFFSET_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmXX");
    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "title",
                    "description",
                    "link",
                    "image_link",
                    "availability",
                    "price",
                    "sale_price",
                    "sale_price_effective_date",
                    "brand",
                    "gtin",
                    "condition",
                    "product_type",
                    "unit_pricing_measure",
                    "unit_pricing_base_measure",
                    "loyalty_program");

    private final LocalDate today;

    ProductFeeds(LocalDate today) {
        this.today = today;
    }

    void rss(Path file, Shop shop, List<Listing> listings) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("g", GOOGLE);
            xml.writeCharacters("\n");
            xml.writeStartElement("channel");
            element(xml, "title", shop.name());
            element(xml, "link", link(shop, ""));
            element(xml, "description", "Products of " + shop.name());
            for (Listing listing : listings) {
                xml.writeCharacters("\n");
                xml.writeStartElement("item");
                for (Map.Entry<String, String> field : fields(listing).entrySet()) {
                    if (field.getKey().equals("loyalty_program")) {
                        loyalty(xml, field.getValue());
                    } else if (!field.getValue().isEmpty()) {
                        element(xml, "g:" + field.getKey(), field.getValue());
                    }
                }
                xml.writeCharacters("\n");
                xml.writeEndElement();
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

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        if (name.startsWith("g:")) {
            xml.writeStartElement("g", name.substring(2), GOOGLE);
        } else {
            xml.writeStartElement(name);
        }
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void loyalty(XMLStreamWriter xml, String value) throws XMLStreamException {
        if (value.isEmpty()) {
            return;
        }
        List<String> parts = Lines.cut(value, ":");
        xml.writeCharacters("\n");
        xml.writeStartElement("g", "loyalty_program", GOOGLE);
        element(xml, "g:program_label", parts.get(0));
        element(xml, "g:tier_label", parts.get(1));
        element(xml, "g:price", parts.get(2));
        xml.writeEndElement();
    }

    void tsv(Path file, List<Listing> listings) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(String.join("\t", COLUMNS) + "\n");
            for (Listing listing : listings) {
                Map<String, String> fields = fields(listing);
                List<String> row = new ArrayList<>();
                for (String column : COLUMNS) {
                    row.add(fields.getOrDefault(column, ""));
                }
                out.write(String.join("\t", row) + "\n");
            }
        }
    }

    void inventory(Path file, List<Listing> listings) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("store_code\tid\tquantity\tprice\n");
            for (Listing l : listings) {
                String shelf = l.shelf().isPresent() ? euro(l.shelf().getAsLong()) : "";
                out.write(
                        String.join(
                                        "\t",
                                        l.shop().id(),
                                        l.product().sku(),
                                        Integer.toString(l.units()),
                                        shelf)
                                + "\n");
            }
        }
    }

    private Map<String, String> fields(Listing l) {
        Product p = l.product();
        boolean sale = l.story().claimed().isPresent();
        Map<String, String> f = new LinkedHashMap<>();
        f.put("id", p.sku());
        f.put("title", p.title());
        f.put("description", p.description());
        f.put("link", link(l.shop(), p.sku()));
        f.put("image_link", "../pictures/" + p.picture().file());
        f.put("availability", l.units() > 0 ? "in_stock" : "out_of_stock");
        f.put("price", euro(sale ? l.story().claimed().getAsLong() : l.story().today()));
        f.put("sale_price", sale ? euro(l.story().today()) : "");
        f.put("sale_price_effective_date", sale ? saleTime(l) : "");
        f.put("brand", p.brand());
        f.put("gtin", p.gtin().display());
        f.put("condition", "new");
        f.put("product_type", shelf(p) + " > " + p.category());
        f.put("unit_pricing_measure", p.base().isEmpty() ? "" : p.size().replace(" ", ""));
        f.put("unit_pricing_base_measure", p.base().replace(" ", ""));
        f.put(
                "loyalty_program",
                l.member().isPresent() ? "guidepost:member:" + euro(l.member().getAsLong()) : "");
        return f;
    }

    /** What the shop calls the shelf: not what it is called itself, as bookshops sell toys too. */
    private static String shelf(Product p) {
        return switch (p.category()) {
            case "Toys", "Games" -> "Toys & games";
            case "Stationery" -> "Office supplies";
            default -> p.group().equals("beauty") ? "Health & beauty" : Words.capital(p.group());
        };
    }

    private String saleTime(Listing l) {
        ZoneId zone = l.shop().zone();
        LocalDate began = l.story().steps().getLast().from();
        return began.atStartOfDay(zone).format(OFFSET_TIME)
                + "/"
                + today.plusDays(21).atStartOfDay(zone).format(OFFSET_TIME);
    }

    private static String link(Shop shop, String sku) {
        return "https://" + shop.id() + ".example/p/" + sku;
    }

    static String euro(long minor) {
        return Money.of(minor, "EUR").toString();
    }
}
