package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BoardQueryTest {
    private static final List<String> MODELS = List.of("a b&c", "llama");
    private static final List<String> ROUNDS = List.of("2026-W48");
    private static final List<String> NONE = List.of();

    @Test
    void nothing_asked_is_the_shortest_address() {
        assertThat(BoardQuery.read(NONE, NONE, NONE, NONE, MODELS, ROUNDS)).isEqualTo(BoardQuery.DEFAULT);
        assertThat(BoardQuery.DEFAULT.href()).isEqualTo("/");
    }

    @Test
    void every_part_is_read_back_from_its_own_address() {
        var query = BoardQuery.read(
                List.of("llama"), List.of("e2e"), List.of("-tail"), List.of("2026-W48"), MODELS, ROUNDS);
        assertThat(query.topic()).isEqualTo(Topic.WHOLE_ANSWER);
        assertThat(query.sort()).isEqualTo(new Sort("tail", true));
        assertThat(query.href()).isEqualTo("/?model=llama&metric=e2e&sort=-tail&round=2026-W48");
    }

    @Test
    void names_are_encoded() {
        assertThat(BoardQuery.DEFAULT.withModel("a b&c").href()).isEqualTo("/?model=a+b%26c");
    }

    @Test
    void an_empty_field_of_a_form_asks_for_nothing() {
        assertThat(BoardQuery.read(List.of(""), List.of(" "), NONE, NONE, MODELS, ROUNDS))
                .isEqualTo(BoardQuery.DEFAULT);
    }

    @Test
    void an_unknown_value_is_refused_with_what_is_allowed() {
        assertThatThrownBy(() -> BoardQuery.read(NONE, List.of("ttftt"), NONE, NONE, MODELS, ROUNDS))
                .isInstanceOfSatisfying(BadQueryException.class, bad -> {
                    assertThat(bad.parameter()).isEqualTo("metric");
                    assertThat(bad.given()).isEqualTo("ttftt");
                    assertThat(bad.choices())
                            .extracting(Choice::text)
                            .containsExactly("ttft", "itl", "e2e", "output_throughput", "success_rate");
                });
    }

    @Test
    void two_different_values_are_refused_and_the_same_one_twice_is_not() {
        assertThatThrownBy(() -> BoardQuery.read(NONE, List.of("ttft", "itl"), NONE, NONE, MODELS, ROUNDS))
                .isInstanceOf(BadQueryException.class)
                .hasMessageContaining("ttft and itl");
        assertThat(BoardQuery.read(NONE, List.of("itl", "itl"), NONE, NONE, MODELS, ROUNDS)
                        .topic())
                .isEqualTo(Topic.STREAMING_SPEED);
    }

    @Test
    void a_click_on_the_sorted_column_turns_it_round() {
        assertThat(new Sort("e2e", false).clicked("e2e").text()).isEqualTo("-e2e");
        assertThat(new Sort("e2e", true).clicked("e2e").text()).isEqualTo("e2e");
        assertThat(new Sort("e2e", true).clicked("rank").text()).isEqualTo("rank");
        assertThat(Sort.parse("--e2e")).isEqualTo(Optional.empty());
    }
}
