package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.api.LeaderboardBody.Measured;
import org.llmperf.leaderboard.api.LeaderboardBody.ProviderRef;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One model at one provider.
 *
 * @param providerModel the model's name in the provider's own words
 * @param parameters sent with each request beside the scenario's own
 * @param newest its newest published run; absent before the first
 * @param note why the newest round has no result of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferingBody(
        ProviderRef provider,
        String model,
        String providerModel,
        Map<String, Object> parameters,
        PriceBody price,
        Measured newest,
        String note) {

    /** US dollars for a million tokens. */
    public record PriceBody(BigDecimal inputPerMillion, BigDecimal outputPerMillion) {
        static PriceBody of(Price price) {
            return new PriceBody(price.inputPerMillion(), price.outputPerMillion());
        }
    }

    static OfferingBody of(Offering offering, Optional<StoredRun> newest, Optional<String> note) {
        return new OfferingBody(
                ProviderRef.of(offering),
                offering.model().slug(),
                offering.providerModel(),
                offering.parameters(),
                offering.price().map(PriceBody::of).orElse(null),
                newest.map(Measured::of).orElse(null),
                note.orElse(null));
    }
}
