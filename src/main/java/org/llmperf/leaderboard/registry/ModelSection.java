package org.llmperf.leaderboard.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One entry of the key {@code models:} of a file. */
final class ModelSection {
    static final List<String> KEYS = List.of("slug", "model", "parameters", "price");

    /** What the program itself says in every request; another value would measure something else than the board says. */
    private static final List<String> RESERVED = List.of("model", "messages", "stream");

    private static final int MOST_NAME = 200;
    private static final int MOST_DOLLARS = 100_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Section section;

    ModelSection(Section section) {
        this.section = section;
    }

    Optional<String> slug() {
        return section.require("slug", ProviderFile.SLUG_MEANING)
                ? section.text("slug", ProviderFile.SLUG, "must be " + ProviderFile.SLUG_MEANING)
                : Optional.empty();
    }

    void repeated() {
        section.problem("slug", "is the slug of an earlier model of this file; each needs its own");
    }

    Optional<String> providerModel() {
        return section.require("model", "the model's name as the provider calls it")
                ? section.text("model", MOST_NAME)
                : Optional.empty();
    }

    Map<String, Object> parameters() {
        Optional<ObjectNode> given = section.map("parameters");
        given.ifPresent(map -> RESERVED.stream()
                .filter(map::has)
                .forEach(name -> section.problem(
                        "parameters." + name, "is set by the program itself and cannot be given here")));
        return given.map(map -> MAPPER.convertValue(map, new TypeReference<LinkedHashMap<String, Object>>() {}))
                .map(Collections::unmodifiableMap)
                .orElse(Map.of());
    }

    Optional<Price> price() {
        Optional<Section> price = section.section("price", List.of("input", "output"));
        if (price.isEmpty()) {
            return Optional.empty();
        }
        String meaning = "US dollars for a million tokens, such as 0.59";
        boolean whole = price.get().require("input", meaning) & price.get().require("output", meaning);
        var input = price.get().number("input", 0, MOST_DOLLARS);
        var output = price.get().number("output", 0, MOST_DOLLARS);
        return whole ? input.flatMap(in -> output.map(out -> new Price(in, out))) : Optional.empty();
    }
}
