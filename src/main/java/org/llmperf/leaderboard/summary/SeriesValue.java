package org.llmperf.leaderboard.summary;

import java.util.Optional;

/**
 * What one round says of a figure.
 *
 * @param interval that the value may as well lie in
 */
public record SeriesValue(double value, Optional<Interval> interval) {}
