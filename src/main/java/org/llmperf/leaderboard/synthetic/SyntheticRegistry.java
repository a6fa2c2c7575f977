package org.llmperf.leaderboard.synthetic;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;

/** Providers and models that do not exist, and say so in their names and addresses. */
final class SyntheticRegistry {
    /** Rather more providers than models, as on a real board: 300 offerings are 20 providers of 15 models. */
    private static final double MODELS_PER_PROVIDER = 0.75;

    private static final List<String> TREES = List.of(
            "Acacia",
            "Beech",
            "Cypress",
            "Dragon",
            "Ebony",
            "Fir",
            "Ginkgo",
            "Hazel",
            "Ironwood",
            "Juniper",
            "Katsura",
            "Larch",
            "Maple",
            "Nutmeg",
            "Olive",
            "Poplar",
            "Quince",
            "Rowan",
            "Spruce",
            "Teak");

    private static final List<String> SIZES = List.of("8b", "70b", "3b", "32b", "405b");

    private SyntheticRegistry() {}

    static Registry of(int offerings) {
        int models = (int) Math.max(1, Math.ceil(Math.sqrt(offerings * MODELS_PER_PROVIDER)));
        int providers = (offerings + models - 1) / models;
        List<Provider> all = new ArrayList<>();
        List<Offering> each = new ArrayList<>();
        for (int p = 0; p < providers; p++) {
            Provider provider = provider(p);
            all.add(provider);
            for (int m = 0; m < models && each.size() < offerings; m++) {
                each.add(offering(provider, m));
            }
        }
        return new Registry(List.copyOf(all), List.copyOf(each));
    }

    private static Provider provider(int number) {
        String slug = "synthetic-%03d".formatted(number + 1);
        String name = "Synthetic " + TREES.get(number % TREES.size())
                + (number < TREES.size() ? "" : " " + (number / TREES.size() + 1));
        return new Provider(
                slug,
                name,
                URI.create("https://" + slug + ".invalid"),
                Optional.of("SYNTHETIC: this provider does not exist and was never measured; its results are made up."),
                "openai",
                Optional.of(URI.create("https://api." + slug + ".invalid/v1")),
                Optional.empty(),
                Optional.empty());
    }

    private static Offering offering(Provider provider, int number) {
        String model = "synthetic-%02d-%s".formatted(number + 1, SIZES.get(number % SIZES.size()));
        BigDecimal price = BigDecimal.valueOf(10L + 7 * number, 2);
        return new Offering(
                provider,
                new Model(model),
                model,
                Map.of(),
                Optional.of(new Price(price, price.multiply(BigDecimal.valueOf(3)))));
    }
}
