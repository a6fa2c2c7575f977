package org.llmperf.leaderboard.audit;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    @Test
    void a_quantile_must_be_equal_to_the_last_bit() {
        double next = Math.nextUp(1.5);

        assertThat(Comparison.of(Map.of("ttft_p50", 1.5), Map.of("ttft_p50", 1.5)))
                .returns(1, Comparison::identical)
                .returns(true, Comparison::equal);
        assertThat(Comparison.of(Map.of("ttft_p50", 1.5), Map.of("ttft_p50", next))
                        .differences())
                .containsExactly(new Difference("ttft_p50", Optional.of(1.5), Optional.of(next)));
    }

    @Test
    void a_mean_may_differ_by_rounding_and_no_more() {
        assertThat(Comparison.of(Map.of("ttft_mean", 1.5), Map.of("ttft_mean", Math.nextUp(1.5))))
                .returns(0, Comparison::identical)
                .returns(1, Comparison::rounded)
                .returns(true, Comparison::equal);
        assertThat(Comparison.of(Map.of("ttft_mean", 1.5), Map.of("ttft_mean", 1.5 + 3e-12))
                        .equal())
                .isFalse();
    }

    @Test
    void what_only_one_side_has_differs_and_nan_is_nothing() {
        assertThat(Comparison.of(Map.of("a", 1, "b", Double.NaN), Map.of("c", 2))
                        .differences())
                .containsExactlyInAnyOrder(
                        new Difference("a", Optional.of(1), Optional.empty()),
                        new Difference("c", Optional.empty(), Optional.of(2)));
    }

    @Test
    void a_number_is_the_same_as_text_or_whole_or_not() {
        assertThat(Comparison.of(
                        Map.of("min", "550", "max", 151, "word", "valid"),
                        Map.of("min", 550, "max", 151.0, "word", "valid")))
                .returns(3, Comparison::identical);
        assertThat(Comparison.of(Map.of("word", "valid"), Map.of("word", "invalid"))
                        .equal())
                .isFalse();
    }

    @Test
    void two_comparisons_together_have_all_figures_of_both() {
        Comparison one = Comparison.of(Map.of("a", 1), Map.of("a", 1));
        Comparison other = Comparison.of(Map.of("b", 1), Map.of("b", 2));

        assertThat(one.and(other))
                .returns(2, Comparison::figures)
                .returns(1, Comparison::identical)
                .returns(other.differences(), Comparison::differences);
    }
}
