package org.llmperf.leaderboard.client;

import io.netty.handler.codec.http.FullHttpRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WireRequestTest {

    @Test
    void no_header_names_the_board() {
        FullHttpRequest request = WireRequest.of(
                HttpCall.forEvents(URI.create("https://host.example/v1"), Map.of(), Map.of("model", "m")), false);

        assertThat(request.headers().entries())
                .extracting(Map.Entry::getValue)
                .isNotEmpty()
                .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("llmperf"))
                .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("leaderboard"));
    }
}
