package org.llmperf.leaderboard.loadgen;

import java.util.Optional;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.trace.RequestTrace;

/** What a request of a scenario costs, by the provider's own count where it tells one. */
public record RequestCost(Scenario scenario, Optional<Price> price) {
    /** A token of English text has about this many characters. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    /** Of a request with prompt and answer of the usual length. */
    public Spend usual() {
        return of(scenario.inputTokens().mean(), scenario.outputTokens().mean());
    }

    /** A whole run at most. */
    public Spend run() {
        return usual().times(scenario.requests());
    }

    /** A request that failed without a word of an answer costs nothing, unless the provider says otherwise. */
    public Spend of(RequestTrace trace) {
        boolean answered = !trace.text().isEmpty();
        int input = answered ? scenario.inputTokens().mean() : 0;
        int output = trace.text().length() / CHARACTERS_PER_TOKEN;
        return of(trace.usage().input().orElse(input), trace.usage().output().orElse(output));
    }

    private Spend of(int input, int output) {
        return price.map(known -> known.of(input, output))
                .orElseGet(() -> new Spend(input, output, Spend.NOTHING.usd()));
    }
}
