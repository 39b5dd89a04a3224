package io.guidepost.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Lindenpassage 4         | Berlin | Lindenpassage 4, Berlin
                    Lindenpassage 4, Berlin | Berlin | Lindenpassage 4, Berlin
                    Am Tor 1, 10115 berlin  | Berlin | Am Tor 1, 10115 berlin
                    Neuberlin               | Berlin | Neuberlin, Berlin
                    Berlin                  | Berlin | Berlin
                    Berlin Street 5         | Berlin | Berlin Street 5, Berlin
                    """)
    void whereItIsNamesTheCityOnce(String address, String city, String where) {
        assertThat(Merchant.place(address, city)).isEqualTo(where);
    }
}
