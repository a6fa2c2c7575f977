package org.llmperf.leaderboard.engine;

import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.summary.RunSummary;

/** A run with its figures. */
public record MeasuredRun(Run run, RunSummary summary) {}
