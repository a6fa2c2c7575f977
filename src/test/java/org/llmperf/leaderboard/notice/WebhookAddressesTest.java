package org.llmperf.leaderboard.notice;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.store.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookAddressesTest {
    private final WebhookAddresses strict = new WebhookAddresses(false);
    private final WebhookAddresses development = new WebhookAddresses(true);

    @Test
    void https_in_the_public_internet() {
        assertThat(strict.check(" https://hooks.example.com/a?b=c ")).hasToString("https://hooks.example.com/a?b=c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://10.0.0.7/",
                "https://[::1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://board.internal/",
                "https://user:password@hooks.example.com/",
                "https:///path",
                "ftp://hooks.example.com/",
                "mailto:ops@example.com",
                "https://[64:ff9b::10.0.0.7]/",
                "https://198.18.0.1/",
                "https://168.63.129.16/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:99999/",
                "not an address",
                ""
            })
    void nothing_else(String address) {
        assertThatExceptionOfType(RefusedException.Invalid.class).isThrownBy(() -> strict.check(address));
    }

    @Test
    void a_name_that_leads_home_is_refused_when_it_is_connected_to() {
        assertThatThrownBy(() -> strict.resolve("localhost"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("not public");
    }

    @Test
    void anywhere_in_development() throws UnknownHostException {
        assertThat(development.check("http://127.0.0.1:8080/hook").getPort()).isEqualTo(8080);
        assertThat(development.resolve("127.0.0.1").isLoopbackAddress()).isTrue();
    }
}
