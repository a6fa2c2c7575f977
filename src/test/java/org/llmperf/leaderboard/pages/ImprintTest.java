package org.llmperf.leaderboard.pages;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImprintTest {

    private static Imprint of(String source, String contact, String licence) {
        return new Imprint(new ImprintConfig() {
            @Override
            public Optional<URI> sourceUrl() {
                return Optional.ofNullable(source).map(URI::create);
            }

            @Override
            public Optional<String> contact() {
                return Optional.ofNullable(contact);
            }

            @Override
            public String dataLicence() {
                return licence;
            }
        });
    }

    @Test
    void a_mail_address_becomes_a_link_and_a_page_stays_one() {
        assertThat(of(null, "board@example.org", "CC0-1.0").contactHref()).contains("mailto:board@example.org");
        assertThat(of(null, "https://example.org/contact", "CC0-1.0").contactHref())
                .contains("https://example.org/contact");
    }

    @Test
    void the_licence_is_linked_to_its_text() {
        assertThat(of(null, null, "CC-BY-4.0").licenceHref()).isEqualTo("https://spdx.org/licenses/CC-BY-4.0.html");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "javascript:alert(1), -, CC0-1.0, source-url",
                "example.org/source, -, CC0-1.0, source-url",
                "-, javascript:alert(1), CC0-1.0, contact",
                "-, nobody, CC0-1.0, contact",
                "-, -, free for all, data-licence"
            })
    void what_cannot_be_linked_is_refused_at_the_start(String source, String contact, String licence, String key) {
        assertThatThrownBy(() -> of(source, contact, licence)).hasMessageContaining("leaderboard." + key);
    }
}
