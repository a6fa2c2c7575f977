package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Registry;

/**
 * The form by which a reader chooses what to compare.
 *
 * @param models whose links show the providers of another one
 * @param metric to be kept; empty for the usual one
 * @param round to be kept
 */
public record ProviderPicker(
        String model, List<Choice> models, List<Option> providers, String metric, Optional<String> round) {

    public record Option(Series series, String slug, String name, boolean chosen) {}

    /**
     * @param models that were measured
     * @param measured slugs of the providers of the model that have a result
     */
    static ProviderPicker of(CompareQuery query, List<String> models, List<String> measured, Registry registry) {
        return new ProviderPicker(
                query.model(),
                models.stream()
                        .map(model -> new Choice(model, query.withModel(model).href(), model.equals(query.model())))
                        .toList(),
                measured.stream()
                        .flatMap(slug -> registry.provider(slug).stream())
                        .map(provider -> new Option(
                                Series.of(registry, provider.slug()),
                                provider.slug(),
                                provider.name(),
                                query.providers().contains(provider.slug())))
                        .toList(),
                query.topic() == Topic.FIRST_TOKEN ? "" : query.topic().id(),
                query.round());
    }

    public boolean enough() {
        return providers.size() >= CompareQuery.FEWEST;
    }
}
