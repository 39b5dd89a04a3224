package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.code.ScannedCode.Badge;
import io.guidepost.contract.code.ScannedCode.Member;
import io.guidepost.contract.code.ScannedCode.Product;
import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CodeParserPropertyTest {
    private static final CodeParser PARSER = new CodeParser(List.of());

    private static final List<String> AIM_IDS =
            List.of(
                    "", "]E0", "]E3", "]E4", "]C0", "]C1", "]d1", "]d2", "]Q1", "]Q3", "]e0",
                    "]X9");

    @Property
    void everyGtinComesBack(@ForAll("gtins") String gtin) {
        // With a symbology of its own for eight digits: under ]E0 they would be a UPC-E.
        assertThat(parse(gtin, gtin.length() == 8 ? "]E4" : "]E0"))
                .isEqualTo(new Product(Gtin.parse(gtin), Source.GTIN, ItemAttributes.NONE));
    }

    @Property(tries = 200)
    void everyWrongDigitOfAGtinIsRefused(@ForAll("gtins") String gtin) {
        for (String wrong : singleErrors(gtin, 0)) {
            assertThat(parse(wrong, "")).isEqualTo(new Unknown(Reason.WRONG_CHECK_DIGIT));
        }
    }

    /** The check digit of a GTIN promises this for neighbours that do not differ by five. */
    @Property(tries = 200)
    void swappedNeighboursOfAGtinAreRefused(@ForAll("gtins") String gtin) {
        for (int i = 0; i + 1 < gtin.length(); i++) {
            int apart = Math.abs(gtin.charAt(i) - gtin.charAt(i + 1));
            if (apart != 0 && apart != 5) {
                assertThat(parse(swap(gtin, i), ""))
                        .isEqualTo(new Unknown(Reason.WRONG_CHECK_DIGIT));
            }
        }
    }

    @Property
    void everyMemberCodeComesBack(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long number) {
        MemberCode code = MemberCode.of(number);
        assertThat(code.number()).isEqualTo(number);
        assertThat(parse(code.value(), "")).isEqualTo(new Member(code));
    }

    @Property(tries = 200)
    void everyWrongDigitAndSwapOfAMemberCodeIsRefused(
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long number) {
        refusesErrors(MemberCode.of(number).value());
    }

    @Property
    void everyBadgeCodeComesBack(@ForAll @LongRange(min = 0, max = 99_999_999) long number) {
        BadgeCode code = BadgeCode.of(number);
        assertThat(code.number()).isEqualTo(number);
        assertThat(parse(code.value(), "]Q1")).isEqualTo(new Badge(code));
    }

    @Property(tries = 200)
    void everyWrongDigitAndSwapOfABadgeCodeIsRefused(
            @ForAll @LongRange(min = 0, max = 99_999_999) long number) {
        refusesErrors(BadgeCode.of(number).value());
    }

    @Property
    void everyUpcEExpandsToItsGtin(@ForAll("upcE") String upcE) {
        ScannedCode code = parse(upcE, "]E0");
        assertThat(code).isInstanceOf(Product.class);
        Product product = (Product) code;
        assertThat(product.source()).isEqualTo(Source.UPC_E);
        assertThat(product.gtin().value()).startsWith("00").endsWith(upcE.substring(7));
        // The digits that the short form leaves out are all zeros.
        assertThat(product.gtin().value().replace("0", ""))
                .hasSizeLessThanOrEqualTo(upcE.replace("0", "").length());
    }

    @Property
    void aProductIsFoundWhereverItStandsInAnElementString(
            @ForAll("gtin14s") String gtin,
            @ForAll("elements") List<String> others,
            @ForAll int place) {
        List<String> elements = new ArrayList<>(others);
        elements.add(Math.floorMod(place, elements.size() + 1), "01" + gtin);
        // Separators after all is allowed, and never wrong.
        assertThat(parse(String.join("\u001d", elements), "]C1"))
                .isInstanceOfSatisfying(
                        Product.class,
                        product -> {
                            assertThat(product.gtin()).isEqualTo(new Gtin(gtin));
                            assertThat(product.attributes().elements()).hasSize(others.size());
                        });
    }

    @Property
    void everyDigitalLinkComesBack(
            @ForAll("gtin14s") String gtin,
            @ForAll("stems") String stem,
            @ForAll("batches") String batch,
            @ForAll("batches") String serial) {
        String uri = stem + "/01/" + gtin + "/10/" + escape(batch) + "/21/" + escape(serial);
        assertThat(parse(uri, "]Q1")).isEqualTo(link(gtin, "10", batch, "21", serial));
        assertThat(parse(stem + "/01/" + gtin + "?240=" + escape(batch) + "&17=291231", ""))
                .isEqualTo(link(gtin, "240", batch, "17", "291231"));
    }

    @Property(tries = 5_000)
    void noTextThrows(@ForAll String garbage, @ForAll int aim) {
        assertThat(parse(garbage, aimId(aim))).isNotNull();
    }

    /** Right codes with one piece cut, doubled or replaced: deeper into the parsers than noise. */
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void noSpoiltCodeThrows(
            @ForAll("anyCode") String code,
            @ForAll String piece,
            @ForAll int at,
            @ForAll int to,
            @ForAll int aim) {
        int from = Math.floorMod(at, code.length() + 1);
        int end = from + Math.floorMod(to, code.length() - from + 1);
        String spoilt = code.substring(0, from) + piece + code.substring(end);
        assertThat(parse(spoilt, aimId(aim))).isNotNull();
    }

    @Provide
    Arbitrary<String> gtins() {
        return Arbitraries.of(7, 11, 12, 13)
                .flatMap(length -> Arbitraries.strings().numeric().ofLength(length))
                .map(CodeParserPropertyTest::withCheckDigit)
                .filter(gtin -> Publications.source(gtin) == Source.GTIN && !isRestricted(gtin));
    }

    private static boolean isRestricted(String gtin) {
        return LabelLayout.isRestricted(gtin.length() == 12 ? "0" + gtin : gtin);
    }

    @Provide
    Arbitrary<String> gtin14s() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(13)
                .map(CodeParserPropertyTest::withCheckDigit);
    }

    @Provide
    Arbitrary<String> upcE() {
        return Combinators.combine(
                        Arbitraries.of("0", "1"), Arbitraries.strings().numeric().ofLength(6))
                .as((system, item) -> system + item)
                .map(e -> e + Gtin.checkDigit(UpcE.expand(e + "0").substring(0, 11)));
    }

    @Provide
    Arbitrary<List<String>> elements() {
        Arbitrary<String> amounts = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15);
        return Combinators.combine(
                        batches(), Arbitraries.strings().numeric().ofLength(6), amounts, days())
                .as(
                        (text, six, amount, day) ->
                                List.of(
                                        "10" + text,
                                        "21" + text,
                                        "91" + text,
                                        "17" + day,
                                        "3103" + six,
                                        "422276",
                                        "3922" + amount))
                .flatMap(all -> Arbitraries.subsetOf(all).map(List::copyOf));
    }

    private static Arbitrary<String> days() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 28))
                .as((year, month, day) -> "%02d%02d%02d".formatted(year, month, day));
    }

    @Provide
    Arbitrary<String> batches() {
        return Arbitraries.strings()
                .withChars("ABCZabcz0129!\"%&'()*+,-./:;<=>?_")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> stems() {
        return Arbitraries.of(
                "https://id.gs1.org",
                "https://shop.example/a/b",
                "https://m.shop.example:8443/01",
                "http://x",
                "HTTPS://SHOP.EXAMPLE/DE/01/02");
    }

    @Provide
    Arbitrary<String> anyCode() {
        return Arbitraries.oneOf(
                gtins(),
                upcE(),
                Arbitraries.longs().between(0, 9_999_999_999L).map(n -> MemberCode.of(n).value()),
                Arbitraries.longs().between(0, 99_999_999).map(n -> BadgeCode.of(n).value()),
                Arbitraries.just(CodeParserTest.voucher()),
                Combinators.combine(gtin14s(), elements())
                        .as((g, e) -> "01" + g + String.join("\u001d", e)),
                Combinators.combine(stems(), gtin14s(), batches())
                        .as((s, g, b) -> s + "/01/" + g + "/10/" + escape(b) + "?17=291231"));
    }

    private static Product link(String gtin, String first, String one, String second, String two) {
        SequencedMap<String, String> elements = new LinkedHashMap<>();
        elements.put(first, one);
        elements.put(second, two);
        return new Product(new Gtin(gtin), Source.DIGITAL_LINK, new ItemAttributes(elements));
    }

    private static void refusesErrors(String code) {
        for (String wrong : singleErrors(code, 3)) {
            assertThat(parse(wrong, "")).isEqualTo(new Unknown(Reason.WRONG_CHECK_DIGIT));
        }
        for (int i = 3; i + 1 < code.length(); i++) {
            if (code.charAt(i) != code.charAt(i + 1)) {
                assertThat(parse(swap(code, i), ""))
                        .isEqualTo(new Unknown(Reason.WRONG_CHECK_DIGIT));
            }
        }
    }

    private static List<String> singleErrors(String code, int from) {
        List<String> out = new ArrayList<>();
        for (int i = from; i < code.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != code.charAt(i)) {
                    out.add(code.substring(0, i) + digit + code.substring(i + 1));
                }
            }
        }
        return Collections.unmodifiableList(out);
    }

    private static String swap(String code, int at) {
        return code.substring(0, at)
                + code.charAt(at + 1)
                + code.charAt(at)
                + code.substring(at + 2);
    }

    private static String withCheckDigit(String digits) {
        return digits + Gtin.checkDigit(digits);
    }

    private static String escape(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String aimId(int choice) {
        return AIM_IDS.get(Math.floorMod(choice, AIM_IDS.size()));
    }

    private static ScannedCode parse(String data, String aimId) {
        return PARSER.parse(data, Optional.of(aimId).filter(a -> !a.isEmpty()));
    }
}
