package org.llmperf.leaderboard.pages;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpanTest {
    private static final List<String> NONE = List.of();

    @Test
    void each_view_has_one_address() {
        assertThat(Span.address("/models/x", Topic.FIRST_TOKEN, Span.QUARTER)).isEqualTo("/models/x");
        assertThat(Span.address("/models/x", Topic.THROUGHPUT, Span.QUARTER))
                .isEqualTo("/models/x?metric=output_throughput");
        assertThat(Span.address("/models/x", Topic.FIRST_TOKEN, Span.YEAR)).isEqualTo("/models/x?weeks=52");
        assertThat(Span.address("/models/x", Topic.WHOLE_ANSWER, Span.YEAR)).isEqualTo("/models/x?metric=e2e&weeks=52");
    }

    @Test
    void a_span_that_shows_no_more_than_a_shorter_one_is_not_offered() {
        HistoryQuery query = HistoryQuery.read("/models/x", NONE, NONE);
        assertThat(query.spans(12)).extracting(Choice::text).containsExactly("12 weeks");
        assertThat(query.spans(13)).extracting(Choice::text).containsExactly("12 weeks", "26 weeks");
        assertThat(query.spans(500)).hasSize(4);
    }

    @Test
    void another_span_than_those_is_refused_with_what_is_allowed() {
        assertThatThrownBy(() -> HistoryQuery.read("/models/x", NONE, List.of("13")))
                .isInstanceOfSatisfying(BadQueryException.class, bad -> {
                    assertThat(bad.parameter()).isEqualTo("weeks");
                    assertThat(bad.choices()).extracting(Choice::text).containsExactly("12", "26", "52", "104");
                });
    }
}
