package org.llmperf.leaderboard.steering;

/** Something that a maintainer may have measured again, and what that costs. */
public record RepeatChoice(Wanted wanted, String title, Cost cost) {}
