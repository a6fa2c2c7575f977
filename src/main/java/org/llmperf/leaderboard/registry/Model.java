package org.llmperf.leaderboard.registry;

/**
 * A language model that several providers may serve, under one name of ours.
 *
 * @param slug as it stands in addresses, for example {@code llama-3.3-70b}
 */
public record Model(String slug) {}
