package org.llmperf.leaderboard.pages.sharing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.pages.EntryText;
import org.llmperf.leaderboard.pages.RankLine;
import org.llmperf.leaderboard.pages.RunWords;
import org.llmperf.leaderboard.pages.Topic;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

/** What stands on the card of each page. */
@Singleton
class Cards {
    private final Results results;
    private final Boards boards;

    Cards(Results results, Boards boards) {
        this.results = results;
        this.boards = boards;
    }

    Card board(Board board, Topic topic) {
        List<RankLine> lines = RankLine.of(board.ranking());
        double end =
                lines.stream().mapToDouble(line -> line.interval().high()).max().orElse(1);
        int unranked = board.ranking().exclusions().size();
        return new Card(
                board.round().label() + " · " + EntryText.place(board.round()),
                topic.title() + ", " + board.model(),
                (topic.spread()
                                ? "median with 95 % interval, " + topic.direction()
                                : "share of requests answered, with 95 % interval")
                        + (unranked == 0 ? "" : "; " + unranked + " not ranked"),
                warning(board.simulated()),
                lines.stream()
                        .map(line -> new Card.Row(
                                line.rank(),
                                line.run().offering().provider().name(),
                                "",
                                Optional.of(Card.Bar.of(line, end)),
                                line.value()))
                        .toList());
    }

    /** Its newest results by time to the first token. */
    Card provider(Provider provider, List<StoredRun> newest) {
        Map<String, List<StoredRun>> competitors = results.newestRuns(
                newest.stream().map(run -> run.offering().model().slug()).toList());
        return new Card(
                newest.stream().findFirst().map(Cards::kicker).orElse(""),
                provider.name(),
                newest.isEmpty() ? "not measured yet" : "first token, median, of its newest results",
                warning(provider.simulated()),
                newest.stream()
                        .map(run -> new Card.Row(
                                "",
                                run.offering().model().slug(),
                                standing(
                                        run,
                                        competitors.getOrDefault(
                                                run.offering().model().slug(), List.of())),
                                Optional.empty(),
                                RunWords.value(Topic.FIRST_TOKEN, run.summary())))
                        .toList());
    }

    private String standing(StoredRun run, List<StoredRun> competitors) {
        Ranking<StoredRun> ranking = boards.rank(Metric.TTFT, competitors);
        return RankLine.of(ranking, run)
                .map(line ->
                        "rank " + line.rank() + " of " + ranking.standings().size())
                .orElse("not ranked");
    }

    Card run(StoredRun run) {
        Offering offering = run.offering();
        return new Card(
                kicker(run),
                offering.provider().name(),
                offering.model().slug() + ", one run of " + run.summary().planned() + " requests, medians",
                run.verdict().valid()
                        ? warning(offering.provider().simulated())
                        : run.verdict().status().name(),
                List.of(Topic.values()).stream()
                        .map(topic -> new Card.Row(
                                "",
                                topic.title(),
                                RunWords.interval(topic, run.summary()),
                                Optional.empty(),
                                RunWords.value(topic, run.summary())))
                        .toList());
    }

    private String warning(boolean simulated) {
        return results.edition().synthetic() ? "SYNTHETIC" : simulated ? "SIMULATED" : "";
    }

    private static String kicker(StoredRun run) {
        return run.roundLabel() + " · " + EntryText.place(run.environment().region());
    }
}
