package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseServerTest {
    private static final Optional<String> NOBODY = Optional.empty();

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void where_nobody_listens_that_is_said_with_what_to_do_and_without_the_password() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + closedPort() + "/board";
        assertThatThrownBy(() -> DatabaseServer.check(url + "?user=board&password=secret", NOBODY, NOBODY))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith("The database " + url + " cannot be used: ")
                .hasMessageContaining("refused")
                .hasMessageContaining("leaderboard.database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_address_that_is_none_is_refused_too() {
        assertThatThrownBy(
                        () -> DatabaseServer.check("jdbc:postgresql://db:port/board?password=secret", NOBODY, NOBODY))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("Unable to parse URL jdbc:postgresql://db:port/board\n");
    }
}
