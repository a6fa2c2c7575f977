package org.llmperf.leaderboard.client;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SseLastEventMarkerTest {
    private static final String LONG = "x".repeat(1000);

    private static boolean seen(EndMarker marker, String text) {
        return marker.seenIn(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EndMarker marker() {
        return new SseLastEventMarker("over", "error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: over\ndata: {}\n\n",
                "event:over\n\n",
                "event: over\r\ndata: {}\r\n\r\n",
                "event: error\ndata: {}\n\n",
                "event: more\ndata: {}\n\nevent: over\ndata: {}\n\nevent: more",
                "data: {}\nevent: over\n\n",
                "data: {\"type\":\"over\"}\n\n",
                "data:{\"n\":[1,{\"type\":\"x\"}],\"s\":\"\\\\\",\"type\" : \"over\",\"t\":\"\"}\r\n\r\n",
                "data: {\"type\":\"more\"}\n\ndata: {\"type\":\"over\"}\n\n",
                "data: {\"cut\":\"\n\ndata: {\"type\":\"over\"}\n\n"
            })
    void the_empty_line_after_the_last_event_ends_the_stream(String text) {
        assertThat(seen(marker(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: over\ndata: {}\n",
                "event: overture\n\n",
                "event: more\n\n",
                "data: event: over\n\n",
                "\n\n\n",
                ": over\n\n",
                "over\n\n",
                "data: {\"type\":\"over\"}\n",
                "data: {\"type\":\"more\",\"is\":\"over\"}\n\n",
                "data: {\"text\":\"\\\"type\\\":\\\"over\\\"\"}\n\n",
                "data: {\"text\":\",\\\"type\\\":\",\"x\":\"over\"}\n\n",
                "data: {\"item\":{\"type\":\"over\"}}\n\n",
                "data: [{\"type\":\"over\"}]\n\n",
                "data: {\"type\":{\"is\":\"over\"}}\n\n",
                ": {\"type\":\"over\"}\n\n"
            })
    void nothing_else_does(String text) {
        assertThat(seen(marker(), text)).isFalse();
    }

    @Test
    void it_may_be_spread_over_reads() {
        EndMarker marker = marker();
        for (char c :
                ("data: " + LONG + "\n\nevent: " + LONG + "\n\nevent: over\ndata: " + LONG + "\n").toCharArray()) {
            assertThat(seen(marker, String.valueOf(c))).isFalse();
        }
        assertThat(seen(marker, "\n")).isTrue();
    }
}
