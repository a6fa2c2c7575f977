package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.ReproduceCommand;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Flag;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * The lab report of one run.
 *
 * @param configurationJson as it was stored, for machines
 * @param reproduce a command that repeats the run
 */
public record RunView(
        StoredRun run,
        List<Badge> badges,
        SuccessText success,
        List<Median> results,
        SpreadTable spreads,
        List<OutcomeCount> failures,
        List<Entry> load,
        BreakdownView breakdown,
        RequestTimeline timeline,
        Optional<CertificateView> certificate,
        List<EntryGroup> settings,
        List<Entry> environment,
        String configurationJson,
        String reproduce) {

    /**
     * The one number that ranks the run, with both ends of its interval.
     *
     * @param doubt why it says less than it seems to
     */
    public record Median(String name, String value, String interval, Optional<Badge> doubt) {}

    static RunView of(StoredRun run, List<MeasuredRequest> requests) {
        RunSummary summary = run.summary();
        return new RunView(
                run,
                Badge.of(run, run.roundLabel()),
                SuccessText.of(summary),
                results(summary),
                SpreadTable.of(summary),
                OutcomeCount.failures(summary.outcomes()),
                load(summary),
                BreakdownView.of(summary),
                RequestTimeline.of(requests),
                run.certificate().map(CertificateView::of),
                Settings.of(run.configuration()),
                Settings.of(run.environment()),
                PrettyJson.of(run.configuration()),
                ReproduceCommand.of(run.configuration()));
    }

    public Offering offering() {
        return run.offering();
    }

    public String place() {
        return EntryText.place(run.environment().region());
    }

    public boolean simulated() {
        return offering().provider().simulated();
    }

    private static List<Median> results(RunSummary summary) {
        return Arrays.stream(Topic.values())
                .filter(Topic::spread)
                .flatMap(topic ->
                        Estimate.of(summary, topic.metric()).map(estimate -> median(topic, estimate, summary)).stream())
                .toList();
    }

    private static Median median(Topic topic, Estimate estimate, RunSummary summary) {
        NumberStyle style =
                NumberStyle.of(topic.metric(), estimate.interval().stream().toList());
        return new Median(
                topic.title(),
                style.withUnit(estimate.value()),
                estimate.interval().map(style::text).orElse("no interval"),
                doubt(topic.metric(), summary));
    }

    private static Optional<Badge> doubt(Metric metric, RunSummary summary) {
        return metric == Metric.ITL && summary.breakdown().streaming().notStreaming()
                ? Optional.of(new Badge(Flag.NOT_STREAMING.label(), Flag.NOT_STREAMING.meaning(), false))
                : Optional.empty();
    }

    private static List<Entry> load(RunSummary summary) {
        return List.of(
                Entry.plain("Completed requests a minute", Format.oneDecimal(summary.requestsPerMinute())),
                Entry.plain(
                        "Output tokens a second, all requests together", Format.oneDecimal(summary.systemThroughput())),
                Entry.plain("Requests under way, mean", Format.twoDecimals(summary.meanConcurrency())));
    }
}
