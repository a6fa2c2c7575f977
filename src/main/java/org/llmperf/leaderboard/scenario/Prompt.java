package org.llmperf.leaderboard.scenario;

/**
 * One question, ready to be sent.
 *
 * @param nominalInputTokens the drawn length, which LLMPerf reports
 * @param outputTokens how many tokens the answer should have
 */
public record Prompt(String text, int nominalInputTokens, int outputTokens) {}
