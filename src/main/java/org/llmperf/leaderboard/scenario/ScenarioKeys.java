package org.llmperf.leaderboard.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical;
import org.llmperf.leaderboard.scenario.LengthDistribution.Fixed;
import org.llmperf.leaderboard.scenario.LengthDistribution.Lognormal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Normal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Uniform;

/** What each key of a scenario's file means. */
final class ScenarioKeys {
    private static final String TYPE = "type";
    private static final List<String> LENGTHS =
            List.of(Normal.TYPE, Fixed.TYPE, Uniform.TYPE, Lognormal.TYPE, Empirical.TYPE);
    private static final List<String> LOADS = List.of(LoadShape.ClosedLoop.TYPE, LoadShape.OpenLoop.TYPE);

    private ScenarioKeys() {}

    static Scenario read(YamlMapping keys) {
        Optional<Duration> duration = keys.has("duration") ? Optional.of(keys.duration("duration")) : Optional.empty();
        var scenario = new Scenario(
                keys.text("id"),
                keys.whole("version", 1),
                keys.text("title"),
                lengths(keys.mapping("input-tokens")),
                lengths(keys.mapping("output-tokens")),
                duration.isPresent() ? keys.whole("requests", 1, Scenario.MOST_REQUESTS) : keys.whole("requests", 1),
                load(keys.mapping("load")),
                timeouts(keys.mapping("timeouts")),
                duration,
                keys.has("connections") ? choice(keys, "connections", Connections.values()) : Connections.FRESH);
        duration.filter(value -> value.compareTo(scenario.timeouts().run()) >= 0
                        && !scenario.timeouts().run().isZero())
                .ifPresent(value -> keys.problem("duration", "must be shorter than timeouts.run, which would cut it"));
        keys.rejectOthers();
        return scenario;
    }

    private static LengthDistribution lengths(YamlMapping keys) {
        LengthDistribution lengths = switch (keys.has(TYPE) ? keys.oneOf(TYPE, LENGTHS) : Normal.TYPE) {
            case Fixed.TYPE -> new Fixed(keys.whole("length", 1));
            case Uniform.TYPE -> uniform(keys);
            case Lognormal.TYPE -> new Lognormal(keys.whole("mean", 1), keys.whole("standard-deviation", 1));
            case Empirical.TYPE -> new Empirical(keys.weightedLengths("lengths"));
            default -> new Normal(keys.whole("mean", 1), keys.whole("standard-deviation", 0));
        };
        keys.rejectOthers();
        return lengths;
    }

    private static Uniform uniform(YamlMapping keys) {
        int min = keys.whole("min", 1);
        return new Uniform(min, keys.whole("max", min));
    }

    private static LoadShape load(YamlMapping keys) {
        LoadShape load = keys.oneOf(TYPE, LOADS).equals(LoadShape.OpenLoop.TYPE)
                ? new LoadShape.OpenLoop(
                        keys.positive("rate"),
                        choice(keys, "arrival", Arrival.values()),
                        keys.whole("max-in-flight", 1))
                : new LoadShape.ClosedLoop(keys.whole("workers", 1));
        keys.rejectOthers();
        return load;
    }

    private static <E extends Enum<E>> E choice(YamlMapping keys, String key, E[] values) {
        List<String> words = Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return values[words.indexOf(keys.oneOf(key, words))];
    }

    private static Timeouts timeouts(YamlMapping keys) {
        var timeouts = new Timeouts(
                keys.duration("connect"),
                keys.duration("first-byte"),
                keys.duration("stall"),
                keys.duration("request"),
                keys.duration("run"));
        keys.rejectOthers();
        return timeouts;
    }
}
