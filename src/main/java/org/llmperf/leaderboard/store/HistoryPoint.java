package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.SuccessRate;

/**
 * What one published round says of an offering in one metric.
 *
 * @param offeringSlug provider and model, for example {@code groq/llama-3.3-70b}
 * @param spread absent for a metric that has one value a run, and when no request succeeded
 */
public record HistoryPoint(
        String offeringSlug,
        String roundLabel,
        UUID runId,
        Instant measuredAt,
        RunVerdict verdict,
        Optional<SuccessRate> success,
        Optional<Distribution> spread) {}
