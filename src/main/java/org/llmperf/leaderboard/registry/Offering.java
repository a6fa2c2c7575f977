package org.llmperf.leaderboard.registry;

import java.util.Map;
import java.util.Optional;

/**
 * One model at one provider: what a run measures.
 *
 * @param providerModel the model's name in the provider's own words
 * @param parameters sent with each request as they are, beside the scenario's own
 */
public record Offering(
        Provider provider, Model model, String providerModel, Map<String, Object> parameters, Optional<Price> price) {

    /** Names the offering for people and logs: {@code provider/model}. */
    public String slug() {
        return provider.slug() + "/" + model.slug();
    }
}
