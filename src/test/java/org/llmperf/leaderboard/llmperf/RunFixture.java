package org.llmperf.leaderboard.llmperf;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

/** A run of ten seconds, made by hand, with whole seconds wherever possible. */
final class RunFixture {
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private RunFixture() {}

    static Run run(MeasuredRequest... requests) {
        return run(Map.of(), requests);
    }

    static Run run(Map<String, Object> parameters, MeasuredRequest... requests) {
        return new Run(
                UUID.fromString("00000000-0000-0000-0000-000000000007"),
                configuration(parameters),
                new RunEnvironment("us-west-2", "i4i.large", 2, "Linux", "17", "1.0.0", "abc"),
                START,
                START.plusSeconds(10),
                10 * SECOND,
                List.of(requests),
                RunVerdict.VALID);
    }

    /** Content from the first to the last of these seconds after its start, and the end of the answer. */
    static MeasuredRequest success(int number, int firstContent, int lastContent, int ended, int outputTokens) {
        var timeline = new Timeline(Map.of(
                Moment.STARTED, number * SECOND,
                Moment.FIRST_CONTENT, (number + firstContent) * SECOND,
                Moment.LAST_CONTENT, (number + lastContent) * SECOND,
                Moment.ENDED, (number + ended) * SECOND));
        var values = new EnumMap<Metric, Double>(Metric.class);
        values.put(Metric.ITL, (double) (lastContent - firstContent) / (outputTokens - 1));
        return request(number, Outcome.SUCCESS, Optional.empty(), timeline, 200, outputTokens, values);
    }

    /** Failed a second after its start. */
    static MeasuredRequest failure(int number, Outcome outcome, String message, int status) {
        var timeline = new Timeline(Map.of(Moment.STARTED, number * SECOND, Moment.ENDED, (number + 1) * SECOND));
        return request(number, outcome, Optional.of(message), timeline, status, 0, Map.of());
    }

    private static MeasuredRequest request(
            int number,
            Outcome outcome,
            Optional<String> failure,
            Timeline timeline,
            int status,
            int outputTokens,
            Map<Metric, Double> values) {
        var response = new Response(
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                Optional.empty(),
                status == 429 ? Optional.of("req-" + number) : Optional.empty(),
                status == 429 ? Optional.of("7") : Optional.empty(),
                Optional.empty(),
                0,
                0);
        var trace = new RequestTrace(
                number,
                START.plusSeconds(number),
                outcome,
                failure,
                timeline,
                List.of(),
                response,
                TokenUsage.NONE,
                outcome == Outcome.SUCCESS ? Optional.of("length") : Optional.empty(),
                "");
        return new MeasuredRequest(trace, 550, 513, 150, outputTokens, values, false);
    }

    private static RunConfiguration configuration(Map<String, Object> parameters) {
        Duration limit = Duration.ofSeconds(60);
        var scenario = new Scenario(
                "llmperf-550-150",
                1,
                "fixed",
                new LengthDistribution.Normal(550, 0),
                new LengthDistribution.Normal(150, 0),
                3,
                new LoadShape.ClosedLoop(5),
                new Timeouts(limit, limit, limit, limit, limit));
        var url = URI.create("https://api.example.org/v1");
        var provider = new Provider(
                "example",
                "Example",
                URI.create("https://example.org"),
                Optional.empty(),
                "openai",
                Optional.of(url),
                Optional.empty(),
                Optional.empty());
        var offering = new Offering(
                provider, new Model("llama-2-70b"), "meta-llama/Llama-2--70b.chat", parameters, Optional.empty());
        return new RunConfiguration(
                "1", scenario, offering, url, 11111, "2ddf", "llama-2", Optional.empty(), "HTTP/1.1", "fresh", 0);
    }
}
