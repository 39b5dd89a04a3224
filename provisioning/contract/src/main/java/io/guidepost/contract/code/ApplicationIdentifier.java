package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A GS1 Application Identifier, the form of its value and its company (GS1 General Specifications,
 * section 3.2 and 4.13).
 *
 * @param code two to four digits
 * @param parts of the value, in order; only the last one varies in length
 * @param fixed whether the length is predefined, so that no separator is needed (section 7.8.5)
 * @param linkData whether it may be a data attribute of a Digital Link
 * @param linkKey whether it is a primary key of a Digital Link
 * @param needs combinations of which one must be there; none needed where empty
 * @param bars identifiers that contradict this one; {@code n} stands for any digit
 * @param qualifiers what may follow it in the path of a Digital Link: alternatives, each in order
 */
record ApplicationIdentifier(
        String code,
        List<ValuePart> parts,
        boolean fixed,
        boolean linkData,
        boolean linkKey,
        List<List<String>> needs,
        List<String> bars,
        List<List<String>> qualifiers) {
    static final String GTIN = "01";

    /** Characters of the value where {@link #fixed}. */
    int length() {
        return parts.stream().mapToInt(ValuePart::longest).sum();
    }

    /** What is wrong with a value; nothing where it is right. */
    Optional<Reason> fault(String value) {
        if (value.length() > length()) {
            return Optional.of(Reason.DAMAGED);
        }
        int at = 0;
        for (ValuePart part : parts) {
            int end = Math.min(value.length(), at + part.longest());
            Optional<Reason> fault = part.fault(value.substring(at, end));
            if (fault.isPresent()) {
                return fault;
            }
            at = end;
        }
        return Optional.empty();
    }
}
