package org.llmperf.leaderboard.simulator;

import java.util.OptionalInt;

/**
 * The parts of a question that the simulator heeds, whatever the API.
 *
 * @param includeUsage whether the answer ends with its token counts
 * @param promptTokens a guess, four characters of the messages to a token
 * @param askedNumber which LLMPerf's correctness test asks for; absent in any other question
 */
record ChatRequest(String model, int maxTokens, boolean includeUsage, int promptTokens, OptionalInt askedNumber) {

    ChatRequest withMaxTokens(int tokens) {
        return new ChatRequest(model, tokens, includeUsage, promptTokens, askedNumber);
    }
}
