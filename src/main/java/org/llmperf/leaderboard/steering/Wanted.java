package org.llmperf.leaderboard.steering;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be measured again: what a round asked; or all offerings of a provider, of a model, or the one of both; nothing
 * named means everything that can be measured.
 */
public record Wanted(Optional<String> round, Optional<String> provider, Optional<String> model) {
    private static final String ROUND = "round:";

    public static final Wanted EVERYTHING = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());

    static Wanted ofRound(String label) {
        return new Wanted(Optional.of(label), Optional.empty(), Optional.empty());
    }

    static Wanted ofProvider(String slug) {
        return new Wanted(Optional.empty(), Optional.of(slug), Optional.empty());
    }

    static Wanted ofOffering(String provider, String model) {
        return new Wanted(Optional.empty(), Optional.of(provider), Optional.of(model));
    }

    /** The opposite of {@link #text}. */
    public static Wanted parse(String text) {
        if (text.isBlank()) {
            return EVERYTHING;
        }
        if (text.startsWith(ROUND)) {
            return ofRound(text.substring(ROUND.length()));
        }
        String[] parts = text.split("/", 2);
        return parts.length == 1 ? ofProvider(text) : ofOffering(parts[0], parts[1]);
    }

    /** For a field of a form. */
    public String text() {
        return round.map(ROUND::concat)
                .orElseGet(() ->
                        Stream.of(provider, model).flatMap(Optional::stream).collect(Collectors.joining("/")));
    }

    /** For the audit log. */
    String words() {
        return round.map(label -> "what " + label + " asked")
                .orElseGet(() -> provider.or(() -> model).isEmpty()
                        ? "everything"
                        : provider.orElse("all") + "/" + model.orElse("all"));
    }
}
