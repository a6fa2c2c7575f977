package org.llmperf.leaderboard.pages;

/**
 * A link to the board by a {@link Preset}.
 *
 * @param question that it answers
 */
public record PresetChoice(String title, String question, String href, boolean chosen) {}
