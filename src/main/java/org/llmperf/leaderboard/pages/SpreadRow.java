package org.llmperf.leaderboard.pages;

import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;

/** One provider in a chart of spreads, and in the table that the chart is drawn from. */
public record SpreadRow(Series series, StoredRun run, Distribution spread, NumberStyle style) {

    public String name() {
        return run.offering().provider().name();
    }

    public Cell p5() {
        return cell(Quantile.P5);
    }

    public Cell p25() {
        return cell(Quantile.P25);
    }

    public Cell p50() {
        return cell(Quantile.P50);
    }

    public Cell p75() {
        return cell(Quantile.P75);
    }

    public Cell p95() {
        return cell(Quantile.P95);
    }

    private Cell cell(Quantile quantile) {
        return Cell.of(spread.quantile(quantile), style);
    }
}
