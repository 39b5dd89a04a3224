package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Guidepost's own codes: member, badge, voucher, group and pairing code. */
final class OwnCodes {
    private static final String VOUCHER_PREFIX = "GPV1.";

    /** Form of a voucher's text; see {@link io.guidepost.contract.sign.VoucherToken}. */
    private static final Pattern VOUCHER =
            Pattern.compile("GPV1\\.[0-9a-f]{32}\\.[0-9]{1,12}\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]{86}");

    private OwnCodes() {}

    /** The code of a text; nothing where it does not begin like one of ours. */
    static Optional<ScannedCode> read(String text) {
        if (text.startsWith(MemberCode.PREFIX)) {
            return Optional.of(
                    checked(
                            text,
                            MemberCode::hasForm,
                            MemberCode::checks,
                            t -> new ScannedCode.Member(new MemberCode(t))));
        }
        if (text.startsWith(BadgeCode.PREFIX)) {
            return Optional.of(
                    checked(
                            text,
                            BadgeCode::hasForm,
                            BadgeCode::checks,
                            t -> new ScannedCode.Badge(new BadgeCode(t))));
        }
        if (text.startsWith(VOUCHER_PREFIX)) {
            return Optional.of(
                    VOUCHER.matcher(text).matches()
                            ? new ScannedCode.Voucher(text)
                            : new Unknown(Reason.DAMAGED));
        }
        if (begins(text, GroupCode.PREFIX)) {
            return Optional.of(
                    checked(
                            CompactNumber.plain(text),
                            GroupCode::hasForm,
                            GroupCode::checks,
                            t -> new ScannedCode.Group(new GroupCode(t))));
        }
        if (begins(text, PairingCode.PREFIX)) {
            return Optional.of(
                    checked(
                            CompactNumber.plain(text),
                            PairingCode::hasForm,
                            PairingCode::checks,
                            t -> new ScannedCode.Pairing(new PairingCode(t))));
        }
        return Optional.empty();
    }

    private static boolean begins(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static ScannedCode checked(
            String text,
            Predicate<String> hasForm,
            Predicate<String> checks,
            Function<String, ScannedCode> make) {
        if (!hasForm.test(text)) {
            return new Unknown(Reason.DAMAGED);
        }
        return checks.test(text) ? make.apply(text) : new Unknown(Reason.WRONG_CHECK_DIGIT);
    }
}
