package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.code.ScannedCode.Group;
import io.guidepost.contract.code.ScannedCode.Pairing;
import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Group and pairing codes: what people read out and type. */
class CompactCodesPropertyTest {
    private static final List<String> CHARACTERS =
            "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().mapToObj(Character::toString).toList();
    private static final CodeParser PARSER = new CodeParser(List.of());

    @Property
    void everyCodeComesBackHoweverItIsTyped(
            @ForAll @LongRange(max = GroupCode.NUMBERS - 1) long number) {
        GroupCode group = GroupCode.of(number);
        PairingCode pairing = PairingCode.of(number);
        assertThat(group.number()).isEqualTo(number);
        assertThat(pairing.number()).isEqualTo(number);
        for (String typed : typed(group.value(), group.display())) {
            assertThat(parse(typed)).as(typed).isEqualTo(new Group(group));
        }
        for (String typed : typed(pairing.value(), pairing.display())) {
            assertThat(parse(typed)).as(typed).isEqualTo(new Pairing(pairing));
            assertThat(PairingCode.parse(typed)).isEqualTo(pairing);
        }
    }

    private static List<String> typed(String value, String shown) {
        String number = value.substring(3);
        return List.of(
                value,
                shown,
                value.toLowerCase(Locale.ROOT),
                shown.toLowerCase(Locale.ROOT),
                value.substring(0, 3) + number.replace('0', 'O').replace('1', 'I'),
                value.substring(0, 3) + number.replace('0', 'o').replace('1', 'l'));
    }

    @Property(tries = 200)
    void everyWrongCharacterAndEverySwapOfTwoIsFound(
            @ForAll @LongRange(max = PairingCode.NUMBERS - 1) long number) {
        String code = PairingCode.of(number).value();
        for (int i = 3; i < code.length(); i++) {
            for (String c : CHARACTERS) {
                if (!c.equals(code.substring(i, i + 1))) {
                    refuses(code.substring(0, i) + c + code.substring(i + 1));
                }
            }
            for (int j = i + 1; j < code.length(); j++) {
                if (code.charAt(i) != code.charAt(j)) {
                    StringBuilder swapped = new StringBuilder(code);
                    swapped.setCharAt(i, code.charAt(j));
                    swapped.setCharAt(j, code.charAt(i));
                    refuses(swapped.toString());
                }
            }
        }
    }

    @Test
    void sayWhatIsWrongAndNeverThemselves() {
        GroupCode group = GroupCode.of(20_261_123_123L);
        assertThat(group.display()).isEqualTo("GPG-JVTG-D1KF");
        assertThat(group + " " + new Group(group)).doesNotContain("JVTG");
        PairingCode pairing = PairingCode.of(7_777_777_777L);
        assertThat(pairing + " " + new Pairing(pairing)).doesNotContain("77SE");
        assertThatThrownBy(() -> PairingCode.parse("GPP77SEY3HT"))
                .hasMessage("pairingCode: wrong check character");
        assertThatThrownBy(() -> GroupCode.parse("GPG123"))
                .hasMessage("groupCode: needs GPG and 8 characters of base 32");
        assertThatThrownBy(() -> GroupCode.of(GroupCode.NUMBERS))
                .hasMessageContaining("34359738367");
        assertThatThrownBy(() -> PairingCode.of(-1)).hasMessageContaining("pairingCode");
        assertThat(parse("GPGJVTGD1K")).isEqualTo(new Unknown(Reason.DAMAGED));
        assertThat(parse("GPGJVTGD1KU")).isEqualTo(new Unknown(Reason.DAMAGED));
    }

    private static void refuses(String code) {
        assertThat(parse(code)).as(code).isEqualTo(new Unknown(Reason.WRONG_CHECK_DIGIT));
    }

    private static ScannedCode parse(String text) {
        return PARSER.parse(text, Optional.empty());
    }
}
