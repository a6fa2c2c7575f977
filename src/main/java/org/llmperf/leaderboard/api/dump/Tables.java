package org.llmperf.leaderboard.api.dump;

import java.util.LinkedHashMap;
import java.util.Map;
import org.llmperf.leaderboard.registry.Offering;

/** The table of what the registry holds. */
final class Tables {
    private Tables() {}

    static Map<String, Object> row(Offering offering) {
        var row = new LinkedHashMap<String, Object>();
        row.put("provider", offering.provider().slug());
        row.put("provider_name", offering.provider().name());
        row.put("homepage", offering.provider().homepage());
        row.put("disclosure", offering.provider().disclosure().orElse(null));
        row.put("api", offering.provider().api());
        row.put("simulated", offering.provider().simulated());
        row.put("model", offering.model().slug());
        row.put("provider_model", offering.providerModel());
        row.put(
                "input_price_usd_per_million_tokens",
                offering.price().map(p -> p.inputPerMillion()).orElse(null));
        row.put(
                "output_price_usd_per_million_tokens",
                offering.price().map(p -> p.outputPerMillion()).orElse(null));
        return row;
    }
}
