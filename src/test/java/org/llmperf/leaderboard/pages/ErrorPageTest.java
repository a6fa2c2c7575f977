package org.llmperf.leaderboard.pages;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPageTest {

    @Test
    void what_is_missing_is_named_and_the_way_to_all_of_its_kind_shown() {
        ErrorPage page = ErrorPage.of(new UnknownThingException("provider", "nobody", "/providers"));
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.happened()).isEqualTo("There is no provider “nobody”.");
        assertThat(page.choices()).containsExactly(new Choice("All providers", "/providers", false));
    }

    @Test
    void allowed_values_are_links_and_few() {
        List<String> many = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> "2026-W" + i)
                .toList();
        ErrorPage page = ErrorPage.of(new BadQueryException("round", "x", many));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.choices()).hasSize(30);
        assertThat(page.choices().get(0).href()).isEqualTo("?round=2026-W0");
    }

    @Test
    void a_long_path_is_cut() {
        assertThat(ErrorPage.noSuchPage("/" + "x".repeat(500)).happened()).hasSizeLessThan(120);
    }

    @Test
    void a_failure_tells_its_reference_and_nothing_else() {
        assertThat(ErrorPage.failed("ab12").help()).contains("ab12");
    }
}
