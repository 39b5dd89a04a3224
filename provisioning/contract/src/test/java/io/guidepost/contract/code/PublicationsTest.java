package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.code.ScannedCode.Product;
import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationsTest {
    private static final CodeParser PARSER = new CodeParser(List.of());

    @ParameterizedTest
    @CsvSource({
        "9781565812314, 9781565812314, ISBN",
        "978156581231452250, 9781565812314, ISBN", // with the add-on of its price, symbol ]E3
        "978-1-56581-231-4, 9781565812314, ISBN",
        "ISBN 978-1-56581-231-4, 9781565812314, ISBN",
        "ISBN-13: 9781565812314, 9781565812314, ISBN",
        "1-56581-231-X, 9781565812314, ISBN",
        "156581231X, 9781565812314, ISBN",
        "ISBN-10 1-56581-231-X, 9781565812314, ISBN",
        "0306406152, 9780306406157, ISBN",
        "9790230671187, 9790230671187, ISMN",
        "9770317847001, 9770317847001, ISSN",
        "0317-8471, 9770317847001, ISSN",
        "ISSN 0317-8471, 9770317847001, ISSN",
        "2434561X, 9772434561006, ISSN",
    })
    void namesPublications(String text, String ean13, Source source) {
        String symbol = text.length() == 18 && Digits.only(text) ? "]E3" : "]C0";
        assertThat(PARSER.parse(text, Optional.of(symbol)))
                .isEqualTo(new Product(Gtin.parse(ean13), source, ItemAttributes.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "978-1-56581-231-5, WRONG_CHECK_DIGIT",
        "9781565812315, WRONG_CHECK_DIGIT",
        "1-56581-231-0, WRONG_CHECK_DIGIT",
        "156581232X, WRONG_CHECK_DIGIT",
        "0317-8472, WRONG_CHECK_DIGIT",
        "ISBN 0306406153, WRONG_CHECK_DIGIT",
        "0306406153, UNSUPPORTED_FORM", // any ten digits
        "977-1-56581-231-4, UNSUPPORTED_FORM",
        "1-5658-1231X, UNSUPPORTED_FORM",
        "978-1-56581-23-14, UNSUPPORTED_FORM",
        "978--156581-231-4, UNSUPPORTED_FORM",
        "ISBN, UNSUPPORTED_FORM",
        "03178-471, UNSUPPORTED_FORM",
    })
    void refusesOthers(String text, Reason reason) {
        assertThat(PARSER.parse(text, Optional.of("]C0"))).isEqualTo(new Unknown(reason));
    }
}
