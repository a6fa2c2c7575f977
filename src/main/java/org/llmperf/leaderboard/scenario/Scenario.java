package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Optional;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;

/**
 * What is sent, how often and when: the conditions under which providers are compared. Scenarios are data, read from YAML
 * by {@link ScenarioReader}.
 *
 * @param id names the scenario in addresses and commands, for example {@code llmperf-550-150}
 * @param version grows with any change of meaning; results of different versions are never compared
 * @param title one line for people
 * @param inputTokens nominal length of a prompt, by LLMPerf's way of counting (each line with its own BOS)
 * @param outputTokens length asked for
 * @param requests sent in one run: exactly, or at most where there is a duration
 * @param duration after which no further request becomes due; those that are due are sent and waited for
 */
public record Scenario(
        String id,
        int version,
        String title,
        LengthDistribution inputTokens,
        LengthDistribution outputTokens,
        int requests,
        LoadShape load,
        Timeouts timeouts,
        Optional<Duration> duration,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Connections.Usual.class)
        Connections connections) {

    /**
     * Of a run that ends at a duration, where the scenario says nothing else. Every prompt is made before the clock starts
     * and every answer is kept until the end, about 10 KB for both: this many take 100 MB.
     */
    public static final int MOST_REQUESTS = 10_000;

    /** Configurations of the time before there was a choice say nothing of connections: they were fresh. */
    public Scenario {
        connections = connections == null ? Connections.FRESH : connections;
    }

    /** A scenario that ends with its last request, each over a fresh connection. */
    public Scenario(
            String id,
            int version,
            String title,
            LengthDistribution inputTokens,
            LengthDistribution outputTokens,
            int requests,
            LoadShape load,
            Timeouts timeouts) {
        this(
                id,
                version,
                title,
                inputTokens,
                outputTokens,
                requests,
                load,
                timeouts,
                Optional.empty(),
                Connections.FRESH);
    }

    /** The same with another load, and so another scenario: it is not called by the name of this one. */
    public Scenario withLoad(LoadShape other) {
        return new Scenario(
                "custom",
                1,
                title + "; here " + other.words(),
                inputTokens,
                outputTokens,
                requests,
                other,
                timeouts,
                duration,
                connections);
    }

    /** The same with another number of requests, and so another scenario. */
    public Scenario withRequests(int other) {
        return new Scenario(
                "custom",
                1,
                title + "; here " + other + " requests",
                inputTokens,
                outputTokens,
                other,
                load,
                timeouts,
                duration,
                connections);
    }

    /** The same with other limits of time, and so another scenario. */
    public Scenario withTimeouts(Timeouts other) {
        return new Scenario(
                "custom",
                1,
                title + "; here " + other.request().toSeconds() + " s a request, "
                        + other.run().toSeconds() + " s in all",
                inputTokens,
                outputTokens,
                requests,
                load,
                other,
                duration,
                connections);
    }

    /** Some of its requests: the same scenario, since all of them together are it. */
    public Scenario part(int some) {
        return new Scenario(id, version, title, inputTokens, outputTokens, some, load, timeouts, duration, connections);
    }

    /**
     * How many requests can become due. At an offered rate the schedule says exactly how many do within the duration.
     *
     * @param seed of the run
     */
    public int mostRequests(long seed) {
        return duration.isPresent() && load instanceof OpenLoop open
                ? ArrivalSchedule.within(open, seed, duration.get(), requests)
                : requests;
    }
}
