package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.ReproduceCommand;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * The lab report of one run.
 *
 * @param blocks none for a run that was measured at once
 * @param configurationJson as it was stored, for machines
 * @param reproduce a command that repeats the run
 */
public record RunView(
        StoredRun run,
        List<Badge> badges,
        SuccessText success,
        SpreadTable spreads,
        List<OutcomeCount> failures,
        List<Entry> load,
        BreakdownView breakdown,
        RequestTimeline timeline,
        List<BlockRow> blocks,
        Optional<CertificateView> certificate,
        List<EntryGroup> settings,
        List<Entry> environment,
        String configurationJson,
        String reproduce) {

    static RunView of(StoredRun run, List<MeasuredRequest> requests) {
        RunSummary summary = run.summary();
        return new RunView(
                run,
                Badge.of(run, run.roundLabel()),
                SuccessText.of(summary),
                SpreadTable.of(summary),
                OutcomeCount.failures(summary.outcomes()),
                load(summary),
                BreakdownView.of(summary),
                RequestTimeline.of(requests),
                BlockRow.of(run.blocks(), run.environment(), requests),
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

    /** How long it lasted. */
    public String took() {
        return Format.lasted(run.startedAt(), Optional.of(run.finishedAt()));
    }

    public boolean simulated() {
        return offering().provider().simulated();
    }

    private static List<Entry> load(RunSummary summary) {
        return List.of(
                Entry.plain("Completed requests a minute", Format.oneDecimal(summary.requestsPerMinute())),
                Entry.plain(
                        "Output tokens a second, all requests together", Format.oneDecimal(summary.systemThroughput())),
                Entry.plain("Requests under way, mean", Format.twoDecimals(summary.meanConcurrency())));
    }
}
