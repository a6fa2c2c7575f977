package org.llmperf.leaderboard.registry;

import java.util.LinkedHashMap;
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

    /** The same with further parameters. Where a name is taken the new value wins, but objects are joined. */
    public Offering with(Map<String, Object> further) {
        return new Offering(provider, model, providerModel, joined(parameters, further), price);
    }

    /** The same with parameters that hold where it has none of its own. */
    public Offering withDefaults(Map<String, Object> defaults) {
        return new Offering(provider, model, providerModel, joined(defaults, parameters), price);
    }

    private static Map<String, Object> joined(Map<?, ?> former, Map<?, ?> later) {
        Map<String, Object> all = new LinkedHashMap<>();
        former.forEach((name, value) -> all.put(String.valueOf(name), value));
        later.forEach((key, value) -> {
            String name = String.valueOf(key);
            boolean objects = value instanceof Map && all.get(name) instanceof Map;
            all.put(name, objects ? joined((Map<?, ?>) all.get(name), (Map<?, ?>) value) : value);
        });
        return all;
    }

    /** Names the offering for people and logs: {@code provider/model}. */
    public String slug() {
        return provider.slug() + "/" + model.slug();
    }
}
