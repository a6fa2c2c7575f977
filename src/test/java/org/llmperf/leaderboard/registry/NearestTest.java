package org.llmperf.leaderboard.registry;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearestTest {
    private static final List<String> WORDS = List.of("slug", "name", "base-url", "api", "api-key");

    @Test
    void a_slip_finds_its_word() {
        assertThat(Nearest.to("slgu", WORDS)).contains("slug");
        assertThat(Nearest.to("base_url", WORDS)).contains("base-url");
        assertThat(Nearest.to("apiKey", WORDS)).contains("api-key");
        assertThat(Nearest.to("names", WORDS)).contains("name");
    }

    @Test
    void another_word_finds_none() {
        assertThat(Nearest.to("colour", WORDS)).isEmpty();
        assertThat(Nearest.to("xyz", WORDS)).isEmpty();
    }
}
