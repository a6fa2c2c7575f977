package org.llmperf.leaderboard.registry;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
                "https://100.128.0.1/",
                "https://168.63.129.17/",
                "https://198.20.0.1/",
                "https://[2001:4860:4860::8888]/",
                "https://api.example.com:65535/"
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
                "https://[fd00::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[::10.0.0.1]/",
                "https://[::8.8.8.8]/",
                "https://[64:ff9b::8.8.8.8]/",
                "https://[64:ff9b:1::1]/",
                "https://[100::1]/",
                "https://[2001::1]/",
                "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "https://[2001:db8::1]/",
                "https://[2002:a00:1::1]/",
                "https://[3fff::1]/",
                "https://[5f00::1]/",
                "https://192.0.0.1/",
                "https://192.0.2.1/",
                "https://192.88.99.1/",
                "https://198.18.0.1/",
                "https://198.19.255.255/",
                "https://198.51.100.1/",
                "https://203.0.113.1/",
                "https://168.63.129.16/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://010.8.8.8/",
                "https://0x08080808/",
                "https://134744072/",
                "https://api.example.com:0/",
                "https://api.example.com:99999/"
            })
    void of_nobody_or_of_a_neighbour(String address) {
        assertThat(PublicAddress.is(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:a00:1::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "::a00:1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "192.88.99.1",
                "168.63.129.16",
                "10.0.0.1",
                "127.0.0.1",
                "::1",
                "fe80::1"
            })
    void that_a_name_led_to(String number) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(number))).isFalse();
        assertThat(PublicAddress.is(InetAddress.getByName("93.184.216.34"))).isTrue();
    }
}
