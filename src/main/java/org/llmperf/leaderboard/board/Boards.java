package org.llmperf.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.ranking.Candidate;
import org.llmperf.leaderboard.ranking.Ranker;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;

/** Makes boards of what is published. Ranks are computed when asked for, never stored: they follow from the summaries. */
@ApplicationScoped
public class Boards {
    private final Results results;
    private final Ranker ranker;

    public Boards(Results results, Ranker ranker) {
        this.results = results;
        this.ranker = ranker;
    }

    /** The board of now: the newest published run of each offering. Absent before the first round is published. */
    public Optional<Board> newest(String model, Metric metric) {
        return results.newestRound().map(round -> board(round, model, metric, results.newestRuns(model)));
    }

    /** The board as one round saw it. Absent when there is no such published round. */
    public Optional<Board> ofRound(String label, String model, Metric metric) {
        return results.roundHead(label)
                .filter(RoundHead::published)
                .map(round -> board(round, model, metric, results.runsOfRound(label, model)));
    }

    private Board board(RoundHead round, String model, Metric metric, List<StoredRun> runs) {
        return new Board(round, model, metric, rank(metric, runs), notMeasured(round, model));
    }

    /**
     * Ranks runs of one model.
     *
     * @param metric one that can be ranked by
     */
    public Ranking<StoredRun> rank(Metric metric, List<StoredRun> runs) {
        List<Candidate<StoredRun>> candidates = runs.stream()
                .sorted(Comparator.comparing(run -> run.offering().provider().name()))
                .map(run -> new Candidate<>(run, run.summary(), run.verdict()))
                .toList();
        return ranker.rank(metric, candidates);
    }

    private List<RoundEntry> notMeasured(RoundHead round, String model) {
        return results.entries(round.label(), model).stream()
                .filter(entry -> entry.runId().isEmpty())
                .toList();
    }
}
