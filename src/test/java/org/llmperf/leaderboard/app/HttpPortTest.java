package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpPortTest {
    private static final String KEY = "quarkus.http.port";
    private final String before = System.getProperty(KEY);

    @AfterEach
    void as_before() {
        if (before == null) {
            System.clearProperty(KEY);
        } else {
            System.setProperty(KEY, before);
        }
    }

    @Test
    void a_port_that_is_taken_is_one_sentence_and_a_free_one_is_none() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            System.setProperty(KEY, String.valueOf(port));
            assertThatThrownBy(() -> HttpPort.check(StartConfig.read()))
                    .isInstanceOf(UnusablePortException.class)
                    .hasMessageStartingWith("The board cannot listen on 127.0.0.1:" + port)
                    .hasMessageContaining("QUARKUS_HTTP_PORT")
                    .hasMessageNotContaining("\n");
        }
        assertThatCode(() -> HttpPort.check(StartConfig.read())).doesNotThrowAnyException();
    }
}
