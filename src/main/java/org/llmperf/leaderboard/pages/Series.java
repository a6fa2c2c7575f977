package org.llmperf.leaderboard.pages;

import java.util.List;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;

/**
 * A provider's colour and marker shape: the same on every page, for both follow from its place among all known providers.
 * The five shapes and eight colours (Okabe and Ito's palette, in the style sheet) meet again only after forty providers.
 *
 * @param colour number of the style class, 0 to 7
 * @param shape name of the shape, as Chart.js calls it
 * @param path the shape in a box of 12 by 12
 */
public record Series(int colour, String shape, String path) {
    private static final int COLOURS = 8;
    private static final List<String> SHAPES = List.of("circle", "rect", "triangle", "rectRot", "crossRot");
    private static final List<String> PATHS = List.of(
            "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z",
            "M2 2h8v8h-8z",
            "M6 1l5.2 9.5h-10.4z",
            "M6 .5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
            "M3.5 1l2.5 2.5l2.5-2.5l2.5 2.5l-2.5 2.5l2.5 2.5l-2.5 2.5l-2.5-2.5l-2.5 2.5l-2.5-2.5l2.5-2.5l-2.5-2.5z");

    static Series of(Registry registry, String providerSlug) {
        List<String> slugs = registry.providers().stream().map(Provider::slug).toList();
        return at(Math.max(0, slugs.indexOf(providerSlug)));
    }

    static Series at(int place) {
        int shape = place % SHAPES.size();
        return new Series(place % COLOURS, SHAPES.get(shape), PATHS.get(shape));
    }
}
