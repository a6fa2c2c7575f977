package org.llmperf.leaderboard.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Flag;
import org.llmperf.leaderboard.summary.RunSummary;

/** Says in words why a run may not be ranked. An invalid or suspect run is not judged further: its figures are
 * not the provider's alone. */
final class Eligibility {
    private final RankingRule rule;

    Eligibility(RankingRule rule) {
        this.rule = rule;
    }

    /** Absent if the run may be ranked by the metric. */
    Optional<String> obstacle(Metric metric, RunSummary summary, RunVerdict verdict) {
        if (!verdict.valid()) {
            return Optional.of(
                    verdict.status().label() + ": " + verdict.reason().orElse("no reason was stored") + ".");
        }
        if (summary.success().isEmpty()) {
            return Optional.of("No request was started.");
        }
        if (summary.succeeded() < rule.minimumSuccesses()
                || summary.success().get().rate() < rule.minimumSuccessRate()) {
            return Optional.of("%d of %d requests succeeded%s. A rank needs %d successes and a success rate of %s %%."
                    .formatted(
                            summary.succeeded(),
                            summary.started(),
                            FailureWords.after("; ", summary.outcomes()),
                            rule.minimumSuccesses(),
                            percent(rule.minimumSuccessRate())));
        }
        if (metric == Metric.SUCCESS_RATE) {
            return Optional.empty();
        }
        return Flag.ofAnswers(summary).stream()
                .filter(flag -> flag.bars(metric))
                .map(flag -> "Not ranked by \"%s\": %s (%s).".formatted(metric.label(), flag.meaning(), flag.label()))
                .findFirst()
                .or(() -> missingValues(metric, summary));
    }

    /** Some metrics cannot be computed for every success, so enough successes do not yet make enough values. */
    private Optional<String> missingValues(Metric metric, RunSummary summary) {
        int values = summary.distribution(metric).map(Distribution::n).orElse(0);
        if (values >= rule.minimumSuccesses() && Figure.of(metric, summary).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                values == 0
                        ? "No request has a value for \"%s\".".formatted(metric.label())
                        : "Only %d of %d requests have a value for \"%s\"."
                                .formatted(values, summary.started(), metric.label()));
    }

    /** As exact as the rule was written: 90, but 99.5. */
    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).setScale(4, RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString();
    }
}
