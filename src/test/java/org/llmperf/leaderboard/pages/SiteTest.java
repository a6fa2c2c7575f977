package org.llmperf.leaderboard.pages;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SiteTest {

    private static Site at(String url) {
        return new Site(() -> Optional.of(url).filter(told -> !told.isEmpty()).map(URI::create), 9000);
    }

    @Test
    void addresses_begin_with_what_was_told() {
        assertThat(at("https://board.example/").url("/runs/7")).isEqualTo("https://board.example/runs/7");
        assertThat(at("https://example.org/board").url("/")).isEqualTo("https://example.org/board/");
        assertThat(at("https://board.example").told()).isTrue();
    }

    @Test
    void untold_it_is_this_machine() {
        assertThat(at("").url("/")).isEqualTo("http://localhost:9000/");
        assertThat(at("").told()).isFalse();
    }

    @Test
    void a_tag_outlives_the_address() {
        assertThat(at("https://board.example:8443/x").tag("2026", "round:2026-W48"))
                .isEqualTo("tag:board.example,2026:round:2026-W48");
    }

    @Test
    void half_an_address_is_refused() {
        assertThatThrownBy(() -> at("board.example")).hasMessageContaining("leaderboard.url");
    }
}
