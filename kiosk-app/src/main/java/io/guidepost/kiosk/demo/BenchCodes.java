package io.guidepost.kiosk.demo;

import io.guidepost.contract.code.Gtin;
import io.guidepost.devices.Raster;
import io.guidepost.devices.scanner.camera.CodePictures;
import io.guidepost.devices.sim.CodePhoto;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The codes that lie on the bench: those of the sample mall, and some that lead nowhere. */
final class BenchCodes {
    private static final int PRODUCTS = 6;
    private static final int PHOTOS = 2;
    private static final int EAN_LENGTH = 13;
    private static final int DIGITS_HEIGHT = 26;

    private final List<Group> groups;

    /** Codes under one heading. */
    record Group(String title, List<Item> codes) {}

    /** A code as the page lists it; the shape is a style class of the page. */
    record Item(String id, String name, String note, String shape) {}

    private final List<BenchCode> all = new ArrayList<>();

    BenchCodes(SampleMall mall) {
        this.groups =
                List.of(
                        group("Products under the scanner", products(mall)),
                        group("Held before the camera", photos(mall)),
                        group("People", people(mall)),
                        group("Trouble", trouble(mall)));
    }

    List<Group> groups() {
        return groups;
    }

    Optional<BenchCode> find(String id) {
        return all.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private Group group(String title, List<BenchCode> codes) {
        all.addAll(codes);
        return new Group(
                title,
                codes.stream().map(c -> new Item(c.id(), c.name(), c.note(), shape(c))).toList());
    }

    private static String shape(BenchCode code) {
        return switch (code.look()) {
            case PHOTO -> "tall photo";
            case LABEL -> code.data().length() > EAN_LENGTH ? "tall" : "flat";
        };
    }

    private static List<SampleMall.Product> shown(SampleMall mall, int most) {
        return Stream.concat(Stream.of(mall.hero()), mall.products().stream()).limit(most).toList();
    }

    private static List<BenchCode> products(SampleMall mall) {
        List<BenchCode> codes = new ArrayList<>();
        for (SampleMall.Product product : shown(mall, PRODUCTS)) {
            codes.add(
                    new BenchCode(
                            "ean-" + product.ean13(),
                            product.title(),
                            product.shop(),
                            product.ean13(),
                            BenchCode.Look.LABEL,
                            () -> ean13(product.ean13())));
        }
        return codes;
    }

    private static List<BenchCode> photos(SampleMall mall) {
        List<BenchCode> codes = new ArrayList<>();
        for (SampleMall.Product product : shown(mall, PHOTOS)) {
            String link = product.digitalLink();
            codes.add(
                    new BenchCode(
                            "link-" + product.ean13(),
                            product.title(),
                            "GS1 Digital Link, photographed at an angle",
                            link,
                            BenchCode.Look.PHOTO,
                            () -> CodePhoto.BY_HAND.of(CodePictures.qr(link, 1))));
        }
        return codes;
    }

    private static List<BenchCode> people(SampleMall mall) {
        return List.of(
                new BenchCode(
                        "member",
                        "Member card",
                        "shows member prices",
                        mall.memberCode(),
                        BenchCode.Look.LABEL,
                        () -> qr(mall.memberCode())),
                new BenchCode(
                        "badge",
                        "Staff badge",
                        "PIN " + mall.staff().getFirst().pin(),
                        mall.staff().getFirst().code(),
                        BenchCode.Look.LABEL,
                        () -> qr(mall.staff().getFirst().code())));
    }

    private static List<BenchCode> trouble(SampleMall mall) {
        String right = mall.hero().ean13();
        return List.of(
                new BenchCode(
                        "damaged",
                        "Scratched label",
                        "one digit is misread",
                        damaged(right),
                        BenchCode.Look.LABEL,
                        () -> scratched(ean13(right))),
                new BenchCode(
                        "unknown",
                        "Unknown product",
                        "in no shop of the mall",
                        unknown(),
                        BenchCode.Look.LABEL,
                        () -> ean13(unknown())));
    }

    /** With another check digit. */
    static String damaged(String ean13) {
        return ean13.substring(0, 12) + (char) ('0' + (ean13.charAt(12) - '0' + 5) % 10);
    }

    /** GS1 sets numbers from 952 aside for demonstrations; no shop has this one. */
    static String unknown() {
        String digits = "952999999999";
        return digits + Gtin.checkDigit(digits);
    }

    private static BufferedImage ean13(String digits) {
        Raster bars = CodePictures.ean13(digits, 3, 96);
        BufferedImage picture = blank(bars.width() + 66, bars.height() + 24 + DIGITS_HEIGHT);
        Graphics2D graphics = picture.createGraphics();
        draw(bars, picture, 33, 12);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 22));
        String text =
                digits.substring(0, 1) + " " + digits.substring(1, 7) + " " + digits.substring(7);
        graphics.drawString(
                text,
                (picture.getWidth() - graphics.getFontMetrics().stringWidth(text)) / 2,
                picture.getHeight() - 10);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage qr(String data) {
        Raster code = CodePictures.qr(data, 6);
        BufferedImage picture = blank(code.width() + 48, code.height() + 48);
        draw(code, picture, 24, 24);
        return picture;
    }

    private static BufferedImage scratched(BufferedImage label) {
        Graphics2D graphics = label.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.drawLine(60, 6, label.getWidth() - 70, label.getHeight() - 20);
        graphics.setStroke(new BasicStroke(4));
        graphics.drawLine(140, 4, label.getWidth() - 20, 90);
        graphics.dispose();
        return label;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    private static void draw(Raster raster, BufferedImage picture, int left, int top) {
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                if (raster.isBlack(x, y)) {
                    picture.getRaster().setSample(left + x, top + y, 0, 0);
                }
            }
        }
    }
}
