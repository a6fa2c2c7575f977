package org.llmperf.leaderboard.scenario;

/**
 * What is sent, how often and when: the fixed conditions under which providers are compared. Scenarios are data, read
 * from YAML by {@link ScenarioReader}.
 *
 * @param id names the scenario in addresses and commands, for example {@code llmperf-550-150}
 * @param version grows with any change of meaning; results of different versions are never compared
 * @param title one line for people
 * @param inputTokens nominal length of a prompt, by LLMPerf's way of counting (each line with its own BOS)
 * @param outputTokens length asked for
 * @param requests sent in one run, exactly
 */
public record Scenario(
        String id,
        int version,
        String title,
        LengthDistribution inputTokens,
        LengthDistribution outputTokens,
        int requests,
        LoadShape load,
        Timeouts timeouts) {}
