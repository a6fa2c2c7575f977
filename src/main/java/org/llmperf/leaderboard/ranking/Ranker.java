package org.llmperf.leaderboard.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Metric.Better;
import org.llmperf.leaderboard.summary.Interval;

/**
 * Orders the offerings of one model by one metric, and says when the order means nothing. One candidate is significantly
 * better than another when its value is better and their 95 % intervals have no point in common. This is stricter than a
 * test at 5 %: two equal candidates are told apart in less than 1 of 100 comparisons.
 *
 * <p>Ranks are ranges because ties are not transitive: A may tie with B and B with C, though A is better than C. Then A has
 * 1-2, B 1-3 and C 2-3.
 */
public final class Ranker {
    private final Eligibility eligibility;

    public Ranker(RankingRule rule) {
        this.eligibility = new Eligibility(rule);
    }

    /**
     * @param metric one of {@link Metric#RANKABLE}
     * @param candidates of one model; equal values keep their order
     * @throws IllegalArgumentException if the metric is none to rank by
     */
    public <K> Ranking<K> rank(Metric metric, List<Candidate<K>> candidates) {
        if (!metric.rankable()) {
            throw new IllegalArgumentException("nothing is ranked by " + metric.id());
        }
        var entrants = new ArrayList<Entrant<K>>();
        var exclusions = new ArrayList<Exclusion<K>>();
        for (Candidate<K> candidate : candidates) {
            Optional<String> obstacle = eligibility.obstacle(metric, candidate.summary(), candidate.verdict());
            if (obstacle.isPresent()) {
                exclusions.add(new Exclusion<>(candidate.key(), obstacle.get()));
            } else {
                entrants.add(Entrant.of(metric, candidate));
            }
        }
        Comparator<Entrant<K>> byValue = Comparator.comparingDouble(Entrant::value);
        entrants.sort(metric.better() == Better.LOWER ? byValue : byValue.reversed());
        List<Standing<K>> standings = entrants.stream()
                .map(entrant -> standing(metric.better(), entrant, entrants))
                .toList();
        return new Ranking<>(metric, standings, List.copyOf(exclusions));
    }

    private static <K> Standing<K> standing(Better better, Entrant<K> entrant, List<Entrant<K>> all) {
        long ahead = all.stream().filter(other -> other.beats(entrant, better)).count();
        long behind = all.stream().filter(other -> entrant.beats(other, better)).count();
        return new Standing<>(
                entrant.key, (int) (1 + ahead), (int) (all.size() - behind), entrant.value, entrant.interval);
    }

    private record Entrant<K>(K key, double value, Interval interval) {

        static <K> Entrant<K> of(Metric metric, Candidate<K> candidate) {
            Figure figure = Figure.of(metric, candidate.summary()).orElseThrow();
            return new Entrant<>(candidate.key(), figure.value(), figure.interval());
        }

        boolean beats(Entrant<K> other, Better better) {
            return better.prefers(value, other.value) && !interval.overlaps(other.interval);
        }
    }
}
