package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.util.List;
import org.llmperf.leaderboard.registry.Provider;

/** One provider with all its offerings. */
public record ProviderBody(@JsonUnwrapped ProviderBody.Item provider, List<OfferingBody> offerings, boolean synthetic) {

    /**
     * What a list tells of a provider.
     *
     * @param disclosure what a reader should know of its relation to this board
     * @param api the dialect it is spoken to in
     * @param simulated whether it is a part of this program, measured while no real provider can be
     * @param models that it offers now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String slug,
            String name,
            URI homepage,
            String disclosure,
            String api,
            boolean simulated,
            List<String> models) {

        static Item of(Provider provider, List<String> models) {
            return new Item(
                    provider.slug(),
                    provider.name(),
                    provider.homepage(),
                    provider.disclosure().orElse(null),
                    provider.api(),
                    provider.simulated(),
                    models);
        }
    }
}
