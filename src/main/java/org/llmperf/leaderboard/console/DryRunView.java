package org.llmperf.leaderboard.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.DryRun;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.Summarizer;

/**
 * A dry run as its provider sees it.
 *
 * @param figures once it is done
 * @param failures every request that failed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DryRunView(
        UUID id,
        String model,
        String state,
        int requests,
        Instant askedAt,
        Optional<String> note,
        Optional<Figures> figures,
        List<FailedRequest> failures) {

    /** Medians of what succeeded: of so few requests nothing else would mean much. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Figures(
            int succeeded,
            int started,
            OptionalDouble ttft,
            OptionalDouble itl,
            OptionalDouble e2e,
            OptionalDouble outputThroughput) {
        static Figures of(RunSummary summary) {
            return new Figures(
                    summary.succeeded(),
                    summary.started(),
                    median(summary, Metric.TTFT),
                    median(summary, Metric.ITL),
                    median(summary, Metric.E2E),
                    median(summary, Metric.OUTPUT_THROUGHPUT));
        }

        private static OptionalDouble median(RunSummary summary, Metric metric) {
            return summary.distribution(metric).stream()
                    .mapToDouble(found -> found.quantile(Quantile.P50))
                    .findFirst();
        }
    }

    static DryRunView of(DryRun dry) {
        return new DryRunView(
                dry.id(),
                dry.offering().model().slug(),
                dry.state().name().toLowerCase(Locale.ROOT),
                dry.requests(),
                dry.askedAt(),
                dry.note(),
                dry.run().map(Summarizer::summarise).map(Figures::of),
                dry.run().map(run -> FailedRequest.of(run.requests())).orElse(List.of()));
    }
}
