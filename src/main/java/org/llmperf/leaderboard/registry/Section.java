package org.llmperf.leaderboard.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One map of a file. Every reading method reports what is wrong and then answers nothing, so one pass finds all problems. What stands
 * in the file is never repeated in a problem: it might be a key in the wrong place.
 */
final class Section {
    private static final Pattern API_VERSION = Pattern.compile("api-version=[A-Za-z0-9.-]{1,40}");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_. -]{1,40}");

    private final ObjectNode map;
    private final String path;
    private final FileProblems problems;

    /**
     * Reports unknown keys at once.
     *
     * @param path before each key in a problem, for example {@code models[0].}; empty for the file itself
     * @param keys all that may stand here
     */
    Section(ObjectNode map, String path, List<String> keys, FileProblems problems) {
        this.map = map;
        this.path = path;
        this.problems = problems;
        map.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                String shown = HARMLESS.matcher(name).matches() ? name : "(a key)";
                problem(
                        shown,
                        Nearest.to(name, keys)
                                .map(near -> "is not known; did you mean " + near + "?")
                                .orElse("is not known; the keys here are " + String.join(", ", keys)));
            }
        });
    }

    void problem(String key, String sentence) {
        problems.add(path + key, sentence);
    }

    boolean has(String key) {
        return map.has(key);
    }

    /** Whether the key is there; reports it missing. */
    boolean require(String key, String meaning) {
        if (!has(key)) {
            problem(key, "is missing; it must be " + meaning);
        }
        return has(key);
    }

    /** Text that is not blank. */
    Optional<String> text(String key, int mostCharacters) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = map.get(key);
        if (value.isNull() || value.isTextual() && value.textValue().isBlank()) {
            problem(key, "is blank; leave the key out or give it a value");
        } else if (!value.isTextual()) {
            problem(key, "must be text" + (value.isValueNode() ? "; put the value in quotes" : ""));
        } else if (value.textValue().strip().length() > mostCharacters) {
            problem(key, "must have at most " + mostCharacters + " characters");
        } else {
            return Optional.of(value.textValue().strip());
        }
        return Optional.empty();
    }

    Optional<String> text(String key, Pattern pattern, String sentence) {
        Optional<String> text = text(key, Integer.MAX_VALUE);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            problem(key, sentence);
            return Optional.empty();
        }
        return text;
    }

    /** An address without parts that do not belong to a place: user, query, fragment. */
    Optional<URI> address(String key) {
        return address(key, query -> false, "user, query and fragment");
    }

    /**
     * Such an address that may have one query, the version of the API: in any other a key might stand, and this is published.
     *
     * @param anywhere whether it may lead elsewhere than into the public internet, and without encryption
     */
    Optional<URI> baseUrl(String key, boolean anywhere) {
        Optional<URI> address =
                address(key, API_VERSION.asMatchPredicate(), "user and fragment, and without query but api-version");
        if (address.isPresent() && !anywhere && !PublicAddress.is(address.get())) {
            problem(
                    key,
                    "must be a public https address; others are for development, by leaderboard.private-addresses");
            return Optional.empty();
        }
        return address;
    }

    private Optional<URI> address(String key, Predicate<String> query, String without) {
        Optional<String> text = text(key, 300);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var address = new URI(text.get());
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            boolean bare = address.getRawUserInfo() == null
                    && (address.getRawQuery() == null || query.test(address.getRawQuery()))
                    && address.getRawFragment() == null;
            if (web && bare && address.getHost() != null && PublicAddress.hasPort(address)) {
                return Optional.of(address);
            }
        } catch (URISyntaxException invalid) {
            // the problem below says what would be right; the exception would repeat the address
        }
        problem(
                key,
                "must be a whole http or https address without " + without + ", such as https://api.example.com/v1");
        return Optional.empty();
    }

    Optional<BigDecimal> number(String key, long least, long most) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = map.get(key);
        if (value.isNumber()
                && !isNan(value)
                && value.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
                && value.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0) {
            return Optional.of(value.decimalValue());
        }
        problem(key, "must be a number from " + least + " to " + most);
        return Optional.empty();
    }

    private static boolean isNan(JsonNode value) {
        return value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue());
    }

    Optional<Long> wholeNumber(String key, long least, long most) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = map.get(key);
        if (value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= least
                && value.longValue() <= most) {
            return Optional.of(value.longValue());
        }
        problem(key, "must be a whole number from " + least + " to " + most);
        return Optional.empty();
    }

    Optional<Duration> duration(String key, Duration most) {
        if (!has(key)) {
            return Optional.empty();
        }
        try {
            Duration duration = Durations.parse(map.get(key).asText());
            if (duration.compareTo(most) <= 0) {
                return Optional.of(duration);
            }
            problem(key, "must be at most " + most.toSeconds() + "s");
        } catch (IllegalArgumentException invalid) {
            problem(key, invalid.getMessage());
        }
        return Optional.empty();
    }

    Optional<ObjectNode> map(String key) {
        if (map.get(key) instanceof ObjectNode found) {
            return Optional.of(found);
        }
        if (has(key)) {
            problem(key, "must be a map of keys and values");
        }
        return Optional.empty();
    }

    Optional<Section> section(String key, List<String> keys) {
        return map(key).map(found -> new Section(found, path + key + ".", keys, problems));
    }

    /** The maps of a list that must have one at least. */
    List<Section> sections(String key, List<String> keys) {
        var sections = new ArrayList<Section>();
        JsonNode list = map.path(key);
        if (!list.isArray() || list.isEmpty()) {
            problem(key, "must be a list of at least one map with " + String.join(", ", keys));
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            String place = key + "[" + i + "]";
            if (list.get(i) instanceof ObjectNode found) {
                sections.add(new Section(found, path + place + ".", keys, problems));
            } else {
                problem(place, "must be a map with " + String.join(", ", keys));
            }
        }
        return sections;
    }
}
