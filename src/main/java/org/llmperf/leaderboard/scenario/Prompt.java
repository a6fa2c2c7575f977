package org.llmperf.leaderboard.scenario;

/**
 * One question, ready to be sent.
 *
 * @param nominalInputTokens the drawn length, which LLMPerf reports
 * @param inputTokens what the reference tokenizer counts for the whole text, without BOS
 * @param outputTokens how many tokens the answer should have
 */
public record Prompt(String text, int nominalInputTokens, int inputTokens, int outputTokens) {}
