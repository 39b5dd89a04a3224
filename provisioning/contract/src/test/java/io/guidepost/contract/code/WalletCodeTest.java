package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Unknown;
import io.guidepost.contract.code.ScannedCode.Wallet;
import io.guidepost.contract.code.WalletCode.Scheme;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalletCodeTest {
    private static final CodeParser PARSER = new CodeParser(List.of());

    @ParameterizedTest
    @CsvSource({
        "2512345678901234, ALIPAY",
        "281234567890123456, ALIPAY",
        "301234567890123456789012, ALIPAY",
        "101234567890123456, WECHAT_PAY",
        "151234567890123456, WECHAT_PAY",
        "6212345678901234567, UNION_PAY",
    })
    void readsACodeOnlyWhilePaying(String text, Scheme scheme) {
        assertThat(PARSER.parseForPayment(text, Optional.of("]Q1")))
                .isEqualTo(new Wallet(new WalletCode(scheme, text)));
        assertThat(PARSER.parseForPayment("]C0" + text, Optional.empty()))
                .isEqualTo(new Wallet(new WalletCode(scheme, text)));
        assertThat(PARSER.parse(text, Optional.of("]Q1")))
                .isEqualTo(new Unknown(Reason.PAYMENT_CODE));
        assertThat(PARSER.parse(text, Optional.empty()))
                .isEqualTo(new Unknown(Reason.PAYMENT_CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "251234567890123", // 15 digits
                "3012345678901234567890123", // 25
                "16123456789012345", // 17
                "161234567890123456", // begins with 16
                "62123456789012345", // 17
                "28123456789012345x",
            })
    void otherNumbersAreNone(String text) {
        assertThat(PARSER.parseForPayment(text, Optional.of("]Q1")))
                .isEqualTo(new Unknown(Reason.UNSUPPORTED_FORM));
    }

    /** An EAN-13 with an add-on of five digits has eighteen, too. */
    @Test
    void anAddOnIsNoWallet() {
        String ean13 = "101234567890" + Gtin.checkDigit("101234567890");
        assertThat(PARSER.parse(ean13 + "12345", Optional.of("]E3")))
                .isInstanceOf(ScannedCode.Product.class);
    }

    @Test
    void readsEmvDataToTheEnd() {
        String right = emv(0x61, 20);
        assertThat(right).startsWith("hQVDUFYwMWE");
        assertThat(PARSER.parseForPayment(right, Optional.of("]Q1")))
                .isEqualTo(new Wallet(new WalletCode(Scheme.EMV, right)));
        String longer = emv(0x61, 200);
        assertThat(PARSER.parseForPayment(longer, Optional.of("]Q1")))
                .isEqualTo(new Wallet(new WalletCode(Scheme.EMV, longer)));
        assertThat(PARSER.parse(right, Optional.of("]Q1")))
                .isEqualTo(new Unknown(Reason.PAYMENT_CODE));
    }

    @Test
    void refusesDamagedEmvData() {
        byte[] whole = Base64.getDecoder().decode(emv(0x61, 20));
        for (int length = 9; length < whole.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
            assertThat(PARSER.parseForPayment(cut, Optional.of("]Q1")))
                    .as("%d bytes", length)
                    .isEqualTo(new Unknown(Reason.DAMAGED));
        }
        assertThat(PARSER.parseForPayment(emv(0x62, 20), Optional.empty()))
                .as("without an application")
                .isEqualTo(new Unknown(Reason.DAMAGED));
        assertThat(PARSER.parseForPayment("hQVDUFYwMQ==x", Optional.empty()))
                .isEqualTo(new Unknown(Reason.DAMAGED));
        // Damaged or not: whoever has not asked for it does not look.
        assertThat(PARSER.parse("hQVDUFYwMQ==x", Optional.empty()))
                .isEqualTo(new Unknown(Reason.PAYMENT_CODE));
    }

    @Property
    void noSpoiltEmvDataThrows(@ForAll byte[] garbage) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0085\u0005CPV01".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(garbage);
        String text = Base64.getEncoder().encodeToString(out.toByteArray());
        assertThat(PARSER.parseForPayment(text, Optional.empty())).isNotNull();
        assertThat(PARSER.parse(text, Optional.empty()))
                .isIn(new Unknown(Reason.PAYMENT_CODE), new Unknown(Reason.TOO_LONG));
    }

    @Test
    void neverShowsItself() {
        ScannedCode code = PARSER.parseForPayment("281234567890123456", Optional.empty());
        assertThat(code.toString()).doesNotContain("1234").contains("ALIPAY");
    }

    /** Format indicator and one template with so many bytes. */
    private static String emv(int tag, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0085\u0005CPV01".getBytes(StandardCharsets.ISO_8859_1));
        out.write(tag);
        if (length > 127) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(new byte[length]);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
