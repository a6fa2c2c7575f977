package org.llmperf.leaderboard.registry;

import java.util.List;
import java.util.Optional;

/** Every provider that is known and every model it offers, in the order of the slugs. */
public record Registry(List<Provider> providers, List<Offering> offerings) {

    public Optional<Provider> provider(String slug) {
        return providers.stream().filter(p -> p.slug().equals(slug)).findFirst();
    }

    public Optional<Offering> offering(String providerSlug, String modelSlug) {
        return offerings.stream()
                .filter(o -> o.provider().slug().equals(providerSlug))
                .filter(o -> o.model().slug().equals(modelSlug))
                .findFirst();
    }
}
