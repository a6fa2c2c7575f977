package org.llmperf.leaderboard.client;

/**
 * One question to a provider.
 *
 * @param number of the request within its run, from 0
 * @param originNanos start of the run, from which the trace's instants count
 * @param intendedNanos when the request should start, on the same clock
 * @param maxOutputTokens limit of the answer's length
 */
public record ProviderRequest(int number, long originNanos, long intendedNanos, String prompt, int maxOutputTokens) {}
