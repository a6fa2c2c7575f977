package org.llmperf.leaderboard.pages;

/** A link that changes what is shown; the chosen one shows what is shown now. */
public record Choice(String text, String href, boolean chosen) {}
