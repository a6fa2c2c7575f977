package org.llmperf.leaderboard.ranking;

import java.util.List;
import org.llmperf.leaderboard.measurement.Metric;

/**
 * The order of one model's offerings by one metric.
 *
 * @param standings from the best value to the worst
 * @param exclusions in the order of the candidates
 */
public record Ranking<K>(Metric metric, List<Standing<K>> standings, List<Exclusion<K>> exclusions) {}
