package org.llmperf.leaderboard.pages.sharing;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.pages.EntryText;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.pages.RankLine;
import org.llmperf.leaderboard.pages.Site;
import org.llmperf.leaderboard.pages.Topic;
import org.llmperf.leaderboard.ranking.Exclusion;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;

/** One entry for each published round, with who leads in what, and one for each kind of news that it brought. */
@Singleton
class RoundFeed {
    /** Two months: who was away for longer reads the pages. */
    private static final int ROUNDS = 8;

    private static final int LEADERS = 3;

    private final Results results;
    private final Boards boards;
    private final NewsEntries news;
    private final Site site;

    RoundFeed(Results results, Boards boards, NewsEntries news, Site site) {
        this.results = results;
        this.boards = boards;
        this.news = news;
        this.site = site;
    }

    Feed read() {
        return new Feed(
                "LLMPerf Leaderboard",
                "How fast and how reliably LLM providers answer: each weekly round as it is published, and what it changed",
                site.tag("2026", "rounds"),
                site.url("/feed.atom"),
                site.url("/rounds"),
                FeedEntry.newestFirst(
                        results.publishedLabels(ROUNDS).stream()
                                .flatMap(label -> results.round(label).stream())
                                .map(this::entry)
                                .toList(),
                        news.read(Optional.empty(), ROUNDS)));
    }

    private FeedEntry entry(StoredRound round) {
        Map<String, List<StoredRun>> models = results.runsOfRound(round.label()).stream()
                .collect(
                        Collectors.groupingBy(run -> run.offering().model().slug(), TreeMap::new, Collectors.toList()));
        long measured = round.entries().stream()
                .filter(entry -> entry.runId().isPresent())
                .count();
        return new FeedEntry(
                "Round " + round.label(),
                site.tag(Format.year(round.label()), "round:" + round.label()),
                site.url("/rounds/" + round.label()),
                round.publishedAt().orElse(round.startedAt()),
                measured + " of " + round.entries().size() + " offerings measured from " + EntryText.place(round)
                        + ", started " + Format.utc(round.startedAt()) + ".",
                models.entrySet().stream()
                        .map(model -> new FeedEntry.Paragraph(model.getKey(), lines(model.getValue())))
                        .toList());
    }

    private List<String> lines(List<StoredRun> runs) {
        return Arrays.stream(Topic.values())
                .map(topic -> topic.title() + ": " + words(boards.rank(topic.metric(), runs)) + ".")
                .toList();
    }

    private static String words(Ranking<StoredRun> ranking) {
        List<RankLine> lines = RankLine.of(ranking);
        String leaders = lines.stream().limit(LEADERS).map(RankLine::words).collect(Collectors.joining(", "));
        int more = Math.max(0, lines.size() - LEADERS);
        String unranked = ranking.exclusions().stream()
                .map(Exclusion::key)
                .map(run -> run.offering().provider().name())
                .collect(Collectors.joining(", "));
        return (leaders.isEmpty() ? "nobody is ranked" : leaders)
                + (more == 0 ? "" : ", and " + more + " more")
                + (unranked.isEmpty() ? "" : "; not ranked: " + unranked);
    }
}
