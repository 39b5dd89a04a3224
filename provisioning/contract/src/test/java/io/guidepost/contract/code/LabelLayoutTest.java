package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.code.ScannedCode.Label;
import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelLayoutTest {
    private static final CodeParser PARSER =
            parser("20IIIIIVPP.PPC", "28IIIIIWW.WWWC", "23IIII--NNNNC", "29IIIIIIIIIIC");

    @Test
    void readsAPriceWithItsCheckDigit() {
        // 2875 has the check digit 9: the example of the General Specifications, section 7.9.3.
        assertThat(parse("2012345" + "9" + "2875"))
                .isEqualTo(label("2012345" + "00000", "12345", new Measure.Price(amount("28.75"))));
        assertThat(parse("2012345" + "8" + "2875")).isEqualTo(refused(Reason.WRONG_CHECK_DIGIT));
        assertThat(parse("2012345" + "9" + "2785")).isEqualTo(refused(Reason.WRONG_CHECK_DIGIT));
    }

    @Test
    void readsAWeightWithoutOne() {
        assertThat(parse("2854321" + "01234"))
                .isEqualTo(
                        label(
                                "2854321" + "00000",
                                "54321",
                                new Measure.Kilograms(amount("1.234"))));
    }

    @Test
    void readsPiecesAndPlacesThatSayNothing() {
        assertThat(parse("234711" + "99" + "0012"))
                .isEqualTo(label("234711" + "000000", "4711", new Measure.Pieces(12)));
    }

    @Test
    void aLayoutWithoutAMeasureIsTheItemItself() {
        assertThat(parse("290123456789"))
                .isEqualTo(
                        new Label(
                                Gtin.parse(whole("290123456789")), "0123456789", Optional.empty()));
    }

    @Test
    void whatNoLayoutFitsIsRefusedByName() {
        assertThat(parse("271234512345")).isEqualTo(refused(Reason.NO_LABEL_LAYOUT));
        assertThat(parse("021234512345")).isEqualTo(refused(Reason.NO_LABEL_LAYOUT));
        assertThat(parser().parse(whole("201234592875"), Optional.empty()))
                .isEqualTo(refused(Reason.NO_LABEL_LAYOUT));
        String right = whole("271234512345");
        String wrong = right.substring(0, 12) + (right.charAt(12) == '0' ? '1' : '0');
        assertThat(PARSER.parse(wrong, Optional.of("]E0")))
                .isEqualTo(refused(Reason.WRONG_CHECK_DIGIT));
    }

    @Test
    void aUpcAOfNumberSystem2IsAnEan13WithAZero() {
        CodeParser shop = parser("2IIIIIVP.PPPC");
        String upcA = "2" + "12345" + LabelLayout.verifier("2875") + "2875";
        Label expected =
                label("02" + "12345" + "00000", "12345", new Measure.Price(amount("2.875")));
        assertThat(shop.parse(upcA + Gtin.checkDigit(upcA), Optional.of("]E0")))
                .isEqualTo(expected);
        assertThat(shop.parse("0" + upcA + Gtin.checkDigit(upcA), Optional.empty()))
                .isEqualTo(expected);
    }

    /** Eight digits and fourteen are no labels, whatever they begin with. */
    @Test
    void otherLengthsAreProducts() {
        assertThat(PARSER.parse("2012345" + Gtin.checkDigit("2012345"), Optional.of("]E4")))
                .isInstanceOf(ScannedCode.Product.class);
        assertThat(
                        PARSER.parse(
                                "2012345678901" + Gtin.checkDigit("2012345678901"),
                                Optional.of("]I1")))
                .isInstanceOf(ScannedCode.Product.class);
    }

    @Test
    void fiveDigitsHaveTheirOwnCheckDigit() {
        // The example of the General Specifications, section 7.9.4.
        assertThat(LabelLayout.verifier("14685")).isEqualTo(6);
    }

    @Property(tries = 500)
    void theCheckDigitFindsEveryWrongDigitOfAPrice(
            @ForAll @IntRange(max = 9_999) int price, @ForAll @IntRange(max = 99_999) int weight) {
        for (String right : List.of("%04d".formatted(price), "%05d".formatted(weight))) {
            for (int at = 0; at < right.length(); at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    String wrong = right.substring(0, at) + digit + right.substring(at + 1);
                    assertThat(LabelLayout.verifier(wrong) == LabelLayout.verifier(right))
                            .isEqualTo(wrong.equals(right));
                }
            }
        }
    }

    @Property
    void everyPriceComesBack(
            @ForAll @IntRange(max = 99_999) int item, @ForAll @IntRange(max = 9_999) int price) {
        String digits = "%04d".formatted(price);
        assertThat(parse("20%05d".formatted(item) + LabelLayout.verifier(digits) + digits))
                .isEqualTo(
                        label(
                                "20%05d00000".formatted(item),
                                "%05d".formatted(item),
                                new Measure.Price(BigDecimal.valueOf(price, 2))));
    }

    @ParameterizedTest
    @CsvSource({
        "20IIIIIVPPPPPPC, 'has 15 places, needs 13, or 12 where it begins with 2'",
        "'', 'has other signs than digits'",
        "20IIIIIVPPPPX, 'has other signs than digits'",
        "20IIIIIVPPPPP, 'does not end with C'",
        "20II.IIIPPPPPC, 'a dot outside price or weight'",
        "40IIIIIPPPPPC, 'must begin with 02 or 20 to 29'",
        "IIIIIIIPPPPPC, 'must begin with 02 or 20 to 29'",
        "20PPPPPPPPPPC, 'needs one run of I'",
        "20IIPPIIPPPPC, 'needs one run of I'",
        "20IIIIIPPPWWC, 'may have one run of P, W or N'",
        "20IIIIVVPPPPC, 'may have one V'",
        "20IIIIIIVPPPC, 'may have one V'",
        "20IIIIIIIIVIC, 'needs one run of I'",
        "20IIIIIIIIIVC, 'may have one V'",
        "20IIIIIVNNNNC, 'may have one V'",
    })
    void saysWhatIsWrongWithALayout(String layout, String what) {
        assertThatThrownBy(() -> LabelLayout.parse(layout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("label layout '" + layout + "' ")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20IIIIIVPP.PPC", "02IIIIIIPPPPC", "2IIIIIVP.PPPC", "21IIII.WWWWWWC"})
    void saysItselfAsItWasWritten(String layout) {
        assertThat(LabelLayout.parse(layout)).hasToString(layout);
        assertThat(LabelLayout.parse(layout)).isEqualTo(LabelLayout.parse(layout));
    }

    private static CodeParser parser(String... layouts) {
        return new CodeParser(List.of(layouts).stream().map(LabelLayout::parse).toList());
    }

    private static ScannedCode parse(String twelve) {
        return PARSER.parse(whole(twelve), Optional.of("]E0"));
    }

    private static String whole(String twelve) {
        return twelve + Gtin.checkDigit(twelve);
    }

    private static Label label(String twelve, String item, Measure measure) {
        return new Label(Gtin.parse(whole(twelve)), item, Optional.of(measure));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static Unknown refused(Reason reason) {
        return new Unknown(reason);
    }
}
