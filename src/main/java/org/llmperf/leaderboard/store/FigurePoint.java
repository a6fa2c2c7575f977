package org.llmperf.leaderboard.store;

import java.time.Instant;
import org.llmperf.leaderboard.summary.SeriesValue;

/**
 * What one published round says of an offering in one metric, in a number: its median or, of the success rate, itself.
 *
 * @param offeringSlug provider and model, for example {@code groq/llama-3.3-70b}
 */
public record FigurePoint(String offeringSlug, String roundLabel, Instant measuredAt, SeriesValue value) {}
