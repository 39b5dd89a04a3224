package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.code.ScannedCode.Badge;
import io.guidepost.contract.code.ScannedCode.Member;
import io.guidepost.contract.code.ScannedCode.Product;
import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import io.guidepost.contract.code.ScannedCode.Voucher;
import io.guidepost.contract.sign.SigningKey;
import io.guidepost.contract.sign.VoucherToken;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeParserTest {
    private static final CodeParser PARSER = new CodeParser(List.of());
    private static final String GTIN_14 = "09520123456788";

    @ParameterizedTest
    @CsvSource({
        "4006381333931, ]E0, 04006381333931, GTIN",
        "036000291452, ]E0, 00036000291452, GTIN",
        "96385074, ]E4, 00000096385074, GTIN",
        "96385074, , 00000096385074, GTIN",
        "18901234567897, ]I1, 18901234567897, GTIN",
        "400638133393112, ]E3, 04006381333931, GTIN",
        "400638133393112345, ]E3, 04006381333931, GTIN",
        // From scanners that say a UPC-A in twelve digits.
        "03600029145212, ]E3, 00036000291452, GTIN",
        "03600029145212345, ]E3, 00036000291452, GTIN",
        "]E04006381333931, , 04006381333931, GTIN",
        // One UPC-E for each rule of expansion.
        "04252614, ]E0, 00042100005264, UPC_E",
        "01234531, ]E0, 00012300000451, UPC_E",
        "01234543, ]E0, 00012340000053, UPC_E",
        "01234565, ]E0, 00012345000065, UPC_E",
    })
    void readsProductNumbers(
            String data, @org.jspecify.annotations.Nullable String aim, String gtin, Source from) {
        assertThat(PARSER.parse(data, Optional.ofNullable(aim)))
                .isEqualTo(new Product(new Gtin(gtin), from, ItemAttributes.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01" + GTIN_14,
                "01" + GTIN_14 + "10ABC123\u001d21S/N-7",
                "10ABC123\u001d01" + GTIN_14 + "17291231",
                "01" + GTIN_14 + "\u001d3103000500392299",
                "1729123101" + GTIN_14 + "8200https://example.com/x",
                "\u001d01" + GTIN_14,
                "01" + GTIN_14 + "10A\u001d01" + GTIN_14,
            })
    void readsElementStrings(String data) {
        for (String aim : new String[] {"]C1", "]d2", "]Q3", "]e0"}) {
            isTheProduct(PARSER.parse(data, Optional.of(aim)), Source.ELEMENT_STRING);
        }
    }

    private static void isTheProduct(ScannedCode code, Source source) {
        assertThat(code).isInstanceOf(Product.class);
        Product product = (Product) code;
        assertThat(product.gtin()).isEqualTo(new Gtin(GTIN_14));
        assertThat(product.source()).isEqualTo(source);
    }

    /** An identifier that GS1 adds tomorrow must not hide the product of today. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01" + GTIN_14 + "5512",
                "01" + GTIN_14 + "5512X\u001d10ABC",
                "01" + GTIN_14 + "18261231" + "10ABC", // predefined by its first two digits
                "049999999999999999" + "01" + GTIN_14,
            })
    void anUnknownIdentifierDoesNotHideTheProduct(String data) {
        isTheProduct(PARSER.parse(data, Optional.of("]C1")), Source.ELEMENT_STRING);
    }

    @Test
    void separatorSaysElementStringWhereTheScannerDoesNot() {
        assertThat(parse("01" + GTIN_14 + "10A\u001d21B")).isInstanceOf(Product.class);
        assertThat(parse("\u001d01" + GTIN_14)).isInstanceOf(Product.class);
        assertThat(parse("]C101" + GTIN_14)).isInstanceOf(Product.class);
    }

    @ParameterizedTest
    @CsvSource({
        "01" + GTIN_14 + "10, DAMAGED", // no value
        "01" + GTIN_14 + "17-291231, DAMAGED",
        "01" + GTIN_14 + "1729123, DAMAGED", // cut off
        "01095201234567, DAMAGED",
        "01" + GTIN_14 + "10ABCDEFGHIJKLMNOPQRSTU, DAMAGED", // 21 of 20
        "01" + GTIN_14 + "0104006381333931, DAMAGED", // two products
        "0109520123456789, WRONG_CHECK_DIGIT",
        "10ABC, PART_OF_A_LABEL", // the product is in another symbol
        "17291231, PART_OF_A_LABEL",
        "90ABC, UNSUPPORTED_FORM", // whole, but of nothing
        "5512, UNSUPPORTED_FORM", // no such identifier
        "01" + GTIN_14 + "X5, DAMAGED", // no identifier at all
        "01" + GTIN_14 + "17291331, DAMAGED", // month 13
        "01" + GTIN_14 + "17290231, DAMAGED", // 31 February
        "01" + GTIN_14 + "70032912001200, DAMAGED", // day 00 is for dates only
        "01" + GTIN_14 + "422000, DAMAGED", // no such country
        "01" + GTIN_14 + "4149521234567898, WRONG_CHECK_DIGIT",
        "01" + GTIN_14 + "375, DAMAGED", // a count is of contents, (02)
        "01" + GTIN_14 + "422276426250, DAMAGED",
        "00395212345678901235, WRONG_CHECK_DIGIT",
    })
    void refusesElementStrings(String data, Reason reason) {
        assertThat(PARSER.parse(data, Optional.of("]C1"))).isEqualTo(new Unknown(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.gs1.org/01/" + GTIN_14,
                "https://shop.example/some/path/01/" + GTIN_14,
                "HTTPS://SHOP.EXAMPLE:8443/01/" + GTIN_14,
                "http://shop.example/01/" + GTIN_14 + "/",
                "https://shop.example/01/" + GTIN_14 + "/22/2A/10/ABC%2F1/21/12345",
                "https://shop.example/01/" + GTIN_14 + "/10/01/21/01",
                "https://shop.example/01/" + GTIN_14 + "/235/TPX",
                "https://shop.example/01/" + GTIN_14 + "?17=291231&linkType=all&utm=%C3%A9",
                "https://shop.example/01/" + GTIN_14 + "?utm_campaign=50%off&17=291231",
                "https://shop.example/%30%31/%30952012345678%38?x#frag?ment/01/1",
                "https://shop.example/01/9520123456788", // 13 digits, version 1.0
                "https://shop.example/a//01/" + GTIN_14,
            })
    void readsDigitalLinks(String data) {
        isTheProduct(PARSER.parse(data, Optional.of("]Q1")), Source.DIGITAL_LINK);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/01/09520123456789, WRONG_CHECK_DIGIT",
        "https://shop.example/01/095201234567, WRONG_CHECK_DIGIT", // a GTIN-12 by form
        "https://shop.example/01/0952012345678x, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "/21/1/10/A, DAMAGED", // wrong order
        "https://shop.example/01/" + GTIN_14 + "/10/A/10/A, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "/235/T/10/A, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "/99/A, DAMAGED", // no qualifier
        "https://shop.example/01/" + GTIN_14 + "/10/A%GG, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "/10/%FF, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "/10/%0A, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "?17=tomorrow, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "?17=29123%, DAMAGED",
        "https://shop.example/gtin/" + GTIN_14 + ", UNSUPPORTED_FORM",
        "https://shop.example/00/095201234567891236, WRONG_CHECK_DIGIT",
        "https://shop.example/01/" + GTIN_14 + "?21=A, DAMAGED", // belongs in the path
        "https://shop.example/01/" + GTIN_14 + "?10=A, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "?37=5, DAMAGED",
        "https://shop.example/01/" + GTIN_14 + "?7040=1ABC, DAMAGED", // no attribute
        "https://shop.example/00/095201234567891235/10/A, DAMAGED", // no qualifier of this key
        "https://shop.example/414/9521234567899/21/A, DAMAGED",
        "https://shop.example/, UNSUPPORTED_FORM",
        "https://shop.example, UNSUPPORTED_FORM",
        "https:///01/" + GTIN_14 + ", UNSUPPORTED_FORM",
        "https://user@shop.example/01/" + GTIN_14 + ", UNSUPPORTED_FORM",
        "https://shop.example/01/" + GTIN_14 + "/HuXzwz, COMPRESSED_DIGITAL_LINK",
        "ftp://shop.example/01/" + GTIN_14 + ", UNSUPPORTED_FORM",
    })
    void refusesDigitalLinks(String data, Reason reason) {
        assertThat(parse(data)).isEqualTo(new Unknown(reason));
    }

    @Test
    void refusesCompressedLinksByName() {
        for (int first : new int[] {0x01, 0x0a, 0x0c, 0x1d, 0x2a}) {
            assertThat(parse("https://shop.example/" + compressed(first, Long.parseLong(GTIN_14))))
                    .as("%02x", first)
                    .isEqualTo(new Unknown(Reason.COMPRESSED_DIGITAL_LINK));
        }
        assertThat(parse("https://shop.example/" + compressed(0x01, 9_520_123_456_789L)))
                .as("any other short link")
                .isEqualTo(new Unknown(Reason.UNSUPPORTED_FORM));
        assertThat(parse("https://shop.example/campaign-2026"))
                .isEqualTo(new Unknown(Reason.UNSUPPORTED_FORM));
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333932, ]E0, WRONG_CHECK_DIGIT",
        "01234566, ]E0, WRONG_CHECK_DIGIT",
        "12345, ]E2, UNSUPPORTED_FORM",
        "123456789, , UNSUPPORTED_FORM",
        "GPM00000000010, , DAMAGED",
        "GPM0000000001xx, , DAMAGED",
        "GPM000000000196, , WRONG_CHECK_DIGIT",
        "GPB0000000199, , WRONG_CHECK_DIGIT",
        "GPB000000017, , DAMAGED",
        "GPV1.abc, , DAMAGED",
        "hello world, , UNSUPPORTED_FORM",
        "٤٠٠٦٣٨١٣٣٣٩٣١, , UNSUPPORTED_FORM", // digits, but not ours
    })
    void refusesWithTheReason(
            String data, @org.jspecify.annotations.Nullable String aim, Reason reason) {
        assertThat(PARSER.parse(data, Optional.ofNullable(aim))).isEqualTo(new Unknown(reason));
    }

    @Test
    void bounds() {
        assertThat(parse("")).isEqualTo(new Unknown(Reason.EMPTY));
        assertThat(parse("]E0")).isEqualTo(new Unknown(Reason.EMPTY));
        assertThat(parse("1".repeat(2_000))).isEqualTo(new Unknown(Reason.UNSUPPORTED_FORM));
        assertThat(parse("1".repeat(2_001))).isEqualTo(new Unknown(Reason.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "4006381333931\r", "GPM\u001b[2J", "a\ud800", "a\ufffd", "\u0085"})
    void controlCharactersAreNoText(String data) {
        assertThat(parse(data)).isEqualTo(new Unknown(Reason.NOT_TEXT));
    }

    @Test
    void personalCodesAndVouchersDoNotShowThemselves() {
        MemberCode member = MemberCode.of(4_711_000_123L);
        BadgeCode badge = BadgeCode.of(8_150_042);
        String token = voucher();
        assertThat(member + " " + new Member(member)).doesNotContain("4711", "GPM");
        assertThat(badge + " " + new Badge(badge)).doesNotContain("8150", "GPB");
        assertThat(new Voucher(token).toString()).doesNotContain("GPV1");
        assertThatThrownBy(() -> MemberCode.parse("GPM471100012399"))
                .hasMessage("memberCode: wrong check digits");
        assertThatThrownBy(() -> BadgeCode.parse("4711"))
                .hasMessage("badgeCode: needs GPB and 10 digits");
    }

    @Test
    void numbersOutsideTheirRangeHaveNoCode() {
        assertThatThrownBy(() -> MemberCode.of(-1)).hasMessageContaining("memberCode");
        assertThatThrownBy(() -> MemberCode.of(10_000_000_000L)).hasMessageContaining("9999999999");
        assertThatThrownBy(() -> BadgeCode.of(100_000_000L)).hasMessageContaining("badgeCode");
    }

    @Test
    void readsVouchers() {
        String token = voucher();
        assertThat(parse(token)).isEqualTo(new Voucher(token));
    }

    static String voucher() {
        return VoucherToken.issue(
                SigningKey.generate(), new UUID(1, 2), Instant.ofEpochSecond(1_900_000_000));
    }

    /** First byte, then 47 bits of number, then noise. */
    private static String compressed(int first, long number) {
        byte[] bytes = new byte[12];
        bytes[0] = (byte) first;
        long shifted = (number << 1) | 1;
        for (int i = 0; i < 6; i++) {
            bytes[6 - i] = (byte) (shifted >> (8 * i));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ScannedCode parse(String data) {
        return PARSER.parse(data, Optional.empty());
    }
}
