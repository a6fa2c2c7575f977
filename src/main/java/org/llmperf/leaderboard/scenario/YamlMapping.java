package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.llmperf.leaderboard.registry.Durations;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical.Weighted;

/**
 * One mapping of a file. Hands out values by their keys and notes every problem instead of stopping at the first: a bad or
 * missing value is noted and stands as a harmless one until the reader gives up at the end.
 */
final class YamlMapping {
    private static final double MOST = 1e6;

    private final JsonNode node;
    private final String prefix;
    private final List<String> problems;
    private final Set<String> known = new HashSet<>();

    /**
     * @param prefix of this mapping's keys in problems: empty, or the key of the mapping with a dot
     * @param problems takes what is found wrong
     */
    YamlMapping(JsonNode node, String prefix, List<String> problems) {
        this.node = node;
        this.prefix = prefix;
        this.problems = problems;
    }

    String text(String key) {
        return scalar(key).orElse("");
    }

    int whole(String key, int atLeast) {
        Optional<String> value = scalar(key);
        if (value.isEmpty()) {
            return atLeast;
        }
        JsonNode number = node.get(key);
        if (number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= atLeast) {
            return number.intValue();
        }
        problem(key, "must be a whole number of at least " + atLeast + ", not " + value.get());
        return atLeast;
    }

    /** A whole number that may be left out. */
    int whole(String key, int atLeast, int otherwise) {
        return has(key) ? whole(key, atLeast) : otherwise;
    }

    /** A number over 0 of up to six digits before the point. */
    double positive(String key) {
        Optional<String> value = scalar(key);
        if (value.isPresent() && !positive(node.get(key))) {
            problem(key, "must be a number over 0, not " + value.get());
            return 1;
        }
        return value.isPresent() ? node.get(key).doubleValue() : 1;
    }

    private static boolean positive(JsonNode number) {
        return number.isNumber() && number.doubleValue() > 0 && number.doubleValue() < MOST;
    }

    /** One of the words; the first stands for a wrong one. */
    String oneOf(String key, List<String> words) {
        Optional<String> value = scalar(key);
        if (value.isPresent() && !words.contains(value.get())) {
            problem(key, "must be " + String.join(" or ", words) + ", not " + value.get());
        }
        return value.filter(words::contains).orElse(words.get(0));
    }

    /** A list of pairs of a length, whole and at least 1, and a weight over 0. */
    List<Weighted> weightedLengths(String key) {
        known.add(key);
        JsonNode list = node.get(key);
        List<Weighted> pairs = new ArrayList<>();
        if (list != null && list.isArray()) {
            list.forEach(pair -> weighted(pair).ifPresent(pairs::add));
        }
        if (list == null || pairs.isEmpty() || pairs.size() < list.size()) {
            problem(key, "must be a list of pairs [length, weight], such as [[100, 3], [800, 1]]");
            return List.of(new Weighted(1, 1));
        }
        return pairs;
    }

    private static Optional<Weighted> weighted(JsonNode pair) {
        boolean usable = pair.isArray()
                && pair.size() == 2
                && pair.get(0).isIntegralNumber()
                && positive(pair.get(0))
                && positive(pair.get(1));
        return usable
                ? Optional.of(new Weighted(pair.get(0).intValue(), pair.get(1).doubleValue()))
                : Optional.empty();
    }

    /** Whether a key is there, so that one that may be left out is read only then. */
    boolean has(String key) {
        known.add(key);
        return node.has(key);
    }

    Duration duration(String key) {
        Optional<String> value = scalar(key);
        Optional<Duration> duration = value.flatMap(YamlMapping::parsed).filter(d -> !d.isNegative() && !d.isZero());
        if (value.isPresent() && duration.isEmpty()) {
            problem(key, "must be a duration such as 10s, 500ms or PT10S, not " + value.get());
        }
        return duration.orElse(Duration.ZERO);
    }

    YamlMapping mapping(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        if (value != null && value.isObject()) {
            return new YamlMapping(value, prefix + key + ".", problems);
        }
        problem(key, value == null ? "is missing" : "must hold keys of its own");
        // what it should have held would only repeat the problem
        return new YamlMapping(JsonNodeFactory.instance.objectNode(), prefix + key + ".", new ArrayList<>());
    }

    void problem(String key, String sentence) {
        problems.add(prefix + key + " " + sentence);
    }

    /** To be called after the last key: whatever was not asked for is a slip of the pen. */
    void rejectOthers() {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problem(
                        key,
                        "is not known here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    private Optional<String> scalar(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) {
            problem(key, "is missing");
            return Optional.empty();
        }
        if (value.isContainerNode() || value.asText().isBlank()) {
            problem(key, "must be a single value");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Durations.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
