package org.llmperf.leaderboard.pages;

import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * A run's success in words.
 *
 * @param rate for example {@code 99.3 %}
 * @param counts for example {@code 149/150}
 * @param interval for example {@code 96.3–99.9}
 */
public record SuccessText(String rate, String counts, String interval) {

    static SuccessText of(RunSummary summary) {
        NumberStyle style = NumberStyle.least(Metric.SUCCESS_RATE);
        return summary.success()
                .map(success -> new SuccessText(
                        style.withUnit(success.rate()),
                        success.succeeded() + "/" + success.started(),
                        style.text(success.interval())))
                .orElse(new SuccessText("–", "0/0", "–"));
    }
}
