package org.llmperf.leaderboard.pages;

import java.util.List;

/** Settings or figures that belong together. */
public record EntryGroup(String title, List<Entry> entries) {}
