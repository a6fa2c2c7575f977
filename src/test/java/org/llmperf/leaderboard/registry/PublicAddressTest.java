package org.llmperf.leaderboard.registry;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/v1",
                "https://api.example.com.:8443/v1",
                "https://93.184.216.34/v1",
                "https://[2606:2800:220:1::1]/v1",
                "https://100.63.0.1/",
                "https://100.128.0.1/"
            })
    void of_the_internet(String address) {
        assertThat(PublicAddress.is(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/v1",
                "https://localhost/v1",
                "https://LOCALHOST./v1",
                "https://api.localhost/v1",
                "https://metadata.google.internal/",
                "https://printer.local/",
                "https://intranet/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/"
            })
    void of_nobody_or_of_a_neighbour(String address) {
        assertThat(PublicAddress.is(URI.create(address))).isFalse();
    }
}
