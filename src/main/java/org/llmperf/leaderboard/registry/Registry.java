package org.llmperf.leaderboard.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /**
     * Decides what a round measures: every real offering whose key is there or that needs none. The simulated ones show a board
     * that works before there is a key; beside real results they would only mislead, so they run while no real one can.
     *
     * @param keyPresent whether the environment variable of this name holds a key
     */
    public Selection select(Predicate<String> keyPresent) {
        Predicate<Offering> ready =
                offering -> offering.provider().apiKey().map(keyPresent::test).orElse(true);
        boolean real = offerings.stream().anyMatch(o -> !o.provider().simulated() && ready.test(o));
        var measured = new ArrayList<Offering>();
        var notMeasured = new ArrayList<Selection.NotMeasured>();
        for (Offering offering : offerings) {
            if (offering.provider().simulated() && real) {
                notMeasured.add(new Selection.NotMeasured(
                        offering, "not measured: simulated providers run only while no real key is present"));
            } else if (!ready.test(offering)) {
                String key = offering.provider().apiKey().orElseThrow();
                notMeasured.add(new Selection.NotMeasured(offering, "not measured: no key (" + key + " is not set)"));
            } else {
                measured.add(offering);
            }
        }
        return new Selection(List.copyOf(measured), List.copyOf(notMeasured));
    }
}
