package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which providers of a model a reader puts beside each other, and the address that says so.
 *
 * @param providers slugs, the first is what the others are compared with; fewer than two while the reader still chooses
 * @param topic whose spread is drawn
 * @param round absent for the newest one that measured them all
 */
record CompareQuery(String model, List<String> providers, Topic topic, Optional<String> round) {
    static final int FEWEST = 2;
    static final int MOST = 6;

    static CompareQuery of(String model, List<String> providers) {
        return new CompareQuery(model, providers, Topic.FIRST_TOKEN, Optional.empty());
    }

    CompareQuery with(Topic other) {
        return new CompareQuery(model, providers, other, round);
    }

    CompareQuery withModel(String other) {
        return new CompareQuery(other, List.of(), topic, Optional.empty());
    }

    CompareQuery withRound(Optional<String> other) {
        return new CompareQuery(model, providers, topic, other);
    }

    /** With one of them as what the others are compared with. */
    CompareQuery against(String provider) {
        List<String> others =
                providers.stream().filter(slug -> !slug.equals(provider)).toList();
        return new CompareQuery(
                model, Stream.concat(Stream.of(provider), others.stream()).toList(), topic, round);
    }

    /** Leaves out what is so anyway, so that each view has one address. */
    String href() {
        var address = new StringBuilder("/compare?model=").append(BoardQuery.encoded(model));
        if (!providers.isEmpty()) {
            address.append("&providers=")
                    .append(providers.stream().map(BoardQuery::encoded).collect(Collectors.joining(",")));
        }
        if (topic != Topic.FIRST_TOKEN) {
            address.append("&metric=").append(topic.id());
        }
        round.ifPresent(label -> address.append("&round=").append(BoardQuery.encoded(label)));
        return address.toString();
    }

    /** Slugs as they were given: joined by commas, as our links do, or each by itself, as a form sends them. */
    static List<String> slugs(List<String> given) {
        return given.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * @param measured slugs of the providers of the model that have a result
     * @throws BadQueryException if there is an unknown one among them
     */
    void require(List<String> measured) {
        providers.stream()
                .filter(slug -> !measured.contains(slug))
                .findFirst()
                .ifPresent(unknown -> refuse(unknown, "It has no result for " + model + ". ", measured));
    }

    /** Why these cannot be compared, for the form that they were chosen in; absent if they can. */
    Optional<String> obstacle() {
        return providers.size() >= FEWEST && providers.size() <= MOST
                ? Optional.empty()
                : Optional.of("Choose two to six providers, not " + providers.size() + ".");
    }

    private void refuse(String given, String reason, List<String> measured) {
        throw new BadQueryException(
                "providers",
                given,
                reason + "The providers of " + model + " with a result are: " + String.join(", ", measured) + ".",
                List.of(new Choice("Choose from them", withModel(model).href(), false)));
    }
}
