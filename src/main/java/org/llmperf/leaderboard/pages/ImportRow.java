package org.llmperf.leaderboard.pages;

import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.StoredImport;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.WilsonInterval;

/**
 * One import in a list.
 *
 * @param provider as its files call it, or that they do not
 * @param first median of the first token
 * @param publishedThroughput median as its file has it
 * @param throughput median of tokens ÷ whole answer
 */
public record ImportRow(
        StoredImport run,
        String provider,
        String success,
        String interval,
        String first,
        String publishedThroughput,
        String throughput) {
    private static final String THROUGHPUT = "results_request_output_throughput_token_per_s_quantiles_p50";
    private static final NumberStyle SECONDS = NumberStyle.least(Metric.TTFT);
    private static final NumberStyle TOKENS =
            NumberStyle.least(Metric.OUTPUT_THROUGHPUT).finer();

    static ImportRow of(StoredImport run) {
        int started = run.facts().started();
        int succeeded = run.facts().succeeded();
        return new ImportRow(
                run,
                run.provider().orElse("not said"),
                succeeded + "/" + started,
                started == 0
                        ? "–"
                        : NumberStyle.least(Metric.SUCCESS_RATE).text(WilsonInterval.of(succeeded, started))
                                + "\u00a0%",
                median(run.facts().ttft(), SECONDS),
                run.figures().get(THROUGHPUT) instanceof Number figure ? TOKENS.text(figure.doubleValue()) : "–",
                median(run.facts().tokensPerSecond(), TOKENS));
    }

    private static String median(Optional<Distribution> spread, NumberStyle style) {
        return spread.map(values -> style.text(values.quantile(Quantile.P50))).orElse("–");
    }
}
