package org.llmperf.leaderboard.notice;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.board.Change;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.store.notices.NoticeKind;

import static org.assertj.core.api.Assertions.assertThat;

class RegressionWordsTest {
    private static News news(Metric metric, double before, double after) {
        return RoundNews.regression(new Change(
                Samples.offering(Samples.ALDER, Samples.LARGE),
                metric,
                "2026-W46",
                Instant.parse("2026-11-09T09:00:00Z"),
                before,
                after,
                3,
                true));
    }

    @Test
    void a_regression_says_since_when_from_what_to_what_and_over_how_many_rounds() {
        News news = news(Metric.TTFT, 0.2, 0.27);
        assertThat(news.kind()).isEqualTo(NoticeKind.REGRESSION);
        assertThat(news.provider()).contains("alder");
        assertThat(news.subject()).isEqualTo("Alder Cloud, llama-3.3-70b");
        assertThat(news.words().replace('\u00a0', ' '))
                .isEqualTo("First token: worse since 2026-W46, 0.20 s → 0.27 s (+35 %), over 3 rounds");
        assertThat(news.path()).isEqualTo("/models/llama-3.3-70b?metric=ttft");
        assertThat(news.data()).containsEntry("round", "2026-W46").containsEntry("metric", "ttft");
    }

    @Test
    void a_success_rate_is_compared_by_points() {
        assertThat(news(Metric.SUCCESS_RATE, 1, 0.9).words().replace('\u00a0', ' '))
                .isEqualTo("Reliability: worse since 2026-W46, 100 % → 90.0 % (−10.0 points), over 3 rounds");
    }
}
