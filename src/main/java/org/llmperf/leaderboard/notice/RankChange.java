package org.llmperf.leaderboard.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.pages.Topic;
import org.llmperf.leaderboard.ranking.Exclusion;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.notices.NoticeKind;

/**
 * An offering whose range of ranks has nothing in common with the one before, or that is ranked and was not, or the other way
 * round. A range that only grew or shrank says that others are told apart better or worse: noise.
 *
 * @param before absent if it was not ranked
 * @param now absent if it is not ranked
 * @param of how many are ranked now
 */
record RankChange(Metric metric, Offering offering, Optional<Range> before, Optional<Range> now, int of) {

    record Range(int best, int worst) {
        static Range of(Standing<?> standing) {
            return new Range(standing.best(), standing.worst());
        }

        boolean overlaps(Range other) {
            return best <= other.worst && other.best <= worst;
        }

        String words() {
            return best == worst ? String.valueOf(best) : best + "–" + worst;
        }
    }

    /** Of the offerings that both know, whether ranked or not. */
    static List<RankChange> between(Ranking<StoredRun> before, Ranking<StoredRun> now) {
        Map<String, Optional<Range>> known = ranges(before);
        var changes = new ArrayList<RankChange>();
        Map<String, Optional<Range>> ranges = ranges(now);
        runs(now).forEach(run -> {
            Optional<Range> was = known.get(run.offering().slug());
            Optional<Range> is = ranges.get(run.offering().slug());
            if (was != null && changed(was, is)) {
                changes.add(new RankChange(
                        now.metric(), run.offering(), was, is, now.standings().size()));
            }
        });
        return changes;
    }

    private static boolean changed(Optional<Range> was, Optional<Range> is) {
        return was.isPresent() && is.isPresent() ? !was.get().overlaps(is.get()) : was.isPresent() != is.isPresent();
    }

    private static Stream<StoredRun> runs(Ranking<StoredRun> ranking) {
        return Stream.concat(
                ranking.standings().stream().map(Standing::key),
                ranking.exclusions().stream().map(Exclusion::key));
    }

    private static Map<String, Optional<Range>> ranges(Ranking<StoredRun> ranking) {
        var ranges = new HashMap<String, Optional<Range>>();
        runs(ranking).forEach(run -> ranges.put(run.offering().slug(), Optional.empty()));
        ranking.standings()
                .forEach(standing -> ranges.put(standing.key().offering().slug(), Optional.of(Range.of(standing))));
        return ranges;
    }

    News news() {
        String title = Topic.ofId(metric.id()).map(Topic::title).orElse(metric.label());
        Map<String, Object> data = RoundNews.data(offering);
        data.put("metric", metric.id());
        before.ifPresent(range -> data.put("before", data(range)));
        now.ifPresent(range -> data.put("now", data(range)));
        data.put("ranked", of);
        String words = title + ": "
                + before.map(range -> "rank " + range.words()).orElse("not ranked") + " before, "
                + now.map(range -> "rank " + range.words() + " of " + of).orElse("not ranked") + " now";
        return RoundNews.news(
                NoticeKind.RANK_CHANGE,
                offering,
                words,
                "/models/" + offering.model().slug() + "?metric=" + metric.id(),
                data);
    }

    private static Map<String, Object> data(Range range) {
        var data = new LinkedHashMap<String, Object>();
        data.put("best", range.best());
        data.put("worst", range.worst());
        return data;
    }
}
