package org.llmperf.leaderboard.simulator;

/**
 * The parts of a question that the simulator heeds, whatever the API.
 *
 * @param includeUsage whether the answer ends with its token counts
 * @param promptTokens a guess, four characters of the messages to a token
 */
record ChatRequest(String model, int maxTokens, boolean includeUsage, int promptTokens) {}
