package org.llmperf.leaderboard.client;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SseEndMarkerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: [DONE]\n\n",
                "data:[DONE]",
                "data:   [DONE]\r\n",
                "data: {}\n\ndata: [DONE]\n\n: more",
                "data: x\rdata: [DONE]"
            })
    void the_marker_is_found_at_once_and_byte_by_byte(String stream) {
        assertThat(new SseEndMarker("[DONE]").seenIn(stream.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        EndMarker marker = new SseEndMarker("[DONE]");
        boolean seen = false;
        for (byte next : stream.getBytes(StandardCharsets.UTF_8)) {
            seen |= marker.seenIn(new byte[] {next});
        }
        assertThat(seen).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data: [DONE",
                "data: {\"content\":\"data: [DONE]\"}\n",
                ": data: [DONE]\n",
                " data: [DONE]\n",
                "data: [D ONE]\n",
                "event: [DONE]\n",
                "data: x[DONE]\n",
                "da ta: [DONE]\n"
            })
    void what_only_looks_like_it_is_not_the_marker(String stream) {
        assertThat(new SseEndMarker("[DONE]").seenIn(stream.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void a_format_without_marker_never_ends_by_one() {
        assertThat(EndMarker.NONE.seenIn("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
