package io.guidepost.contract.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guidepost.contract.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherTokenTest {
    private static final Instant END = Instant.ofEpochSecond(1_900_000_000);
    private final SigningKey key = SigningKey.generate();
    private final UUID id = Ids.newId();
    private final String token = VoucherToken.issue(key, id, END);

    @Test
    void holdsWhatWasSigned() {
        assertThat(VoucherToken.verify(key.verifyingKey(), token))
                .contains(new VoucherToken(id, END, key.verifyingKey().id()));
    }

    @Test
    void anyChangedCharacterFails() {
        String alphabet = "ABCXYZabcxyz0189-_.=+/ é";
        for (int at = 0; at < token.length(); at++) {
            for (int c = 0; c < alphabet.length(); c++) {
                if (alphabet.charAt(c) == token.charAt(at)) {
                    continue;
                }
                String changed =
                        token.substring(0, at) + alphabet.charAt(c) + token.substring(at + 1);
                assertThat(VoucherToken.verify(key.verifyingKey(), changed)).as(changed).isEmpty();
            }
        }
    }

    /** Base64 leaves four bits of the last character without meaning; they must be zero. */
    @Test
    void noOtherWayOfWritingTheSignatureHolds() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        long right =
                alphabet.chars()
                        .filter(
                                c ->
                                        VoucherToken.verify(
                                                        key.verifyingKey(),
                                                        token.substring(0, token.length() - 1)
                                                                + (char) c)
                                                .isPresent())
                        .count();
        assertThat(right).isEqualTo(1);
    }

    @Test
    void nothingMissingAndNothingMore() {
        for (int length = 0; length < token.length(); length++) {
            assertThat(VoucherToken.verify(key.verifyingKey(), token.substring(0, length)))
                    .isEmpty();
        }
        for (String more : new String[] {"A", "=", ".", " ", "\n"}) {
            assertThat(VoucherToken.verify(key.verifyingKey(), token + more)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GPV1.", "GPV1....", "GPV1.0.0.0.0", "....", "GPV2.a.b.c.d"})
    void otherTextsAreNoTokens(String text) {
        assertThat(VoucherToken.verify(key.verifyingKey(), text)).isEmpty();
    }

    @Test
    void anotherKeyFails() {
        assertThat(VoucherToken.verify(SigningKey.generate().verifyingKey(), token)).isEmpty();
    }

    @Test
    void keysComeBackFromTheirBytes() {
        SigningKey again = SigningKey.decode(key.encoded());
        assertThat(again.verifyingKey().id()).isEqualTo(key.verifyingKey().id());
        VerifyingKey verifying = VerifyingKey.decode(key.verifyingKey().encoded());
        assertThat(VoucherToken.verify(verifying, VoucherToken.issue(again, id, END))).isPresent();
    }

    @Test
    void brokenKeyFilesAreRefused() {
        byte[] whole = key.encoded();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.decode(cut));
        }
    }
}
