package org.llmperf.leaderboard.scenario;

import java.util.List;
import org.llmperf.leaderboard.registry.Offering;

/**
 * Everything that is decided before the clock starts.
 *
 * @param seed of the prompts; the same scenario and seed give the same prompts bit for bit
 * @param prompts one for each request, in the order of sending
 * @param promptSetHash SHA-256, in hexadecimal, of all prompts joined by NUL, as UTF-8
 */
public record RunPlan(Offering offering, Scenario scenario, long seed, List<Prompt> prompts, String promptSetHash) {

    /** The most requests that can be under way at once: no more than there are. */
    public int mostUnderWay() {
        return Math.min(scenario.load().mostUnderWay(), prompts.size());
    }
}
