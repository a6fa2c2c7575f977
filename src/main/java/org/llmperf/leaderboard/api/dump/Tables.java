package org.llmperf.leaderboard.api.dump;

import java.util.LinkedHashMap;
import java.util.Map;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.RoundHead;

/** The small tables of the archive. */
final class Tables {
    private Tables() {}

    static Map<String, Object> row(RoundHead round) {
        var row = new LinkedHashMap<String, Object>();
        row.put("round", round.label());
        row.put("region", round.region());
        row.put("scenario", round.scenarioId());
        row.put("scenario_version", round.scenarioVersion());
        row.put("method_version", round.methodVersion());
        row.put("started_at_utc", round.startedAt());
        row.put("finished_at_utc", round.finishedAt().orElse(null));
        row.put("published_at_utc", round.publishedAt().orElse(null));
        row.put("offerings", round.offerings());
        row.put("measured", round.measured());
        return row;
    }

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
