package org.llmperf.leaderboard.ranking;

/**
 * When a run's figures are good enough to be ranked.
 *
 * @param minimumSuccesses fewer say too little of the median; also the least number of values of the metric itself
 * @param minimumSuccessRate 0 to 1; below it the successes are a selection, not a sample
 */
public record RankingRule(int minimumSuccesses, double minimumSuccessRate) {
    public static final RankingRule DEFAULT = new RankingRule(100, 0.9);
}
