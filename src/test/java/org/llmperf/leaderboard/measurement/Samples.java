package org.llmperf.leaderboard.measurement;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Small runs whose figures can be worked out in one's head. Every word of an answer is a token. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    public static final URI BASE_URL = URI.create("https://api.example.com/v1");
    public static final RunEnvironment ENVIRONMENT =
            new RunEnvironment("us-west-2", "i4i.large", 2, "Linux 6.1 amd64", "OpenJDK 17", "1.0.0", "abc");

    public static final TokenCounter WORDS = words("words", Optional.empty());

    private Samples() {}

    /** Counts words under another name. */
    static TokenCounter words(String id, Optional<String> sha256) {
        return new TokenCounter() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Optional<String> sha256() {
                return sha256;
            }

            @Override
            public int count(String text) {
                return text.isBlank() ? 0 : text.strip().split(" ").length;
            }
        };
    }

    public static Scenario scenario(int requests) {
        return new Scenario(
                "llmperf-550-150",
                1,
                "550 tokens in, 150 out",
                new LengthDistribution.Normal(550, 0),
                new LengthDistribution.Normal(150, 0),
                requests,
                new LoadShape.ClosedLoop(5),
                new Timeouts(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(180),
                        Duration.ofMinutes(30)));
    }

    public static Offering realOffering(String providerModel, Map<String, Object> parameters) {
        var provider = new Provider(
                "acme",
                "Acme",
                URI.create("https://acme.example"),
                Optional.of("runs this board"),
                "openai",
                Optional.of(BASE_URL),
                Optional.of("ACME_API_KEY"),
                Optional.empty());
        var price = new Price(new BigDecimal("0.10"), new BigDecimal("0.0000001"));
        return new Offering(provider, new Model("llama-3.3-70b"), providerModel, parameters, Optional.of(price));
    }

    public static Offering simulatedOffering() {
        var provider = new Provider(
                "sim-fast-start",
                "Fast Start",
                URI.create("https://example.com"),
                Optional.empty(),
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.of(SimulatorSettings.STEADY));
        return new Offering(provider, new Model("simulated-chat"), "simulated-chat", Map.of(), Optional.empty());
    }

    /** Of as many requests as the scenario asks for, each of 500 tokens, nominally 550, for answers of 10 tokens. */
    public static RunPlan plan(Offering offering, int requests) {
        return new RunPlan(
                offering,
                scenario(requests),
                42,
                Collections.nCopies(requests, new Prompt("Stream lines. ".repeat(250), 550, 10)),
                "00ff");
    }

    public static RunPlan plan(int requests) {
        return plan(realOffering("acme/llama", Map.of()), requests);
    }

    /**
     * Started at 0, first content after 100 ms, one word each 10 ms from then on, ended 50 ms after the last.
     *
     * @param words at least 1
     */
    public static RequestTrace answer(int number, int words) {
        var events = new ArrayList<StreamEvent>();
        for (int i = 0; i < words; i++) {
            events.add(content(100 + 10 * i, i + 1));
        }
        long last = 100 + 10L * (words - 1);
        return success(
                number,
                events,
                Map.of(
                        Moment.STARTED,
                        0L,
                        Moment.FIRST_CONTENT,
                        100L,
                        Moment.LAST_CONTENT,
                        last,
                        Moment.ENDED,
                        last + 50),
                words);
    }

    /** @param millis of each instant since the start of the run */
    public static RequestTrace success(int number, List<StreamEvent> events, Map<Moment, Long> millis, int words) {
        return trace(number, Outcome.SUCCESS, events, millis, "word ".repeat(words), Optional.of("stop"));
    }

    /** Noticed a second after the start. */
    public static RequestTrace failure(int number, Outcome outcome) {
        return trace(number, outcome, List.of(), Map.of(Moment.STARTED, 0L, Moment.ENDED, 1000L), "", Optional.empty());
    }

    public static RequestTrace trace(
            int number,
            Outcome outcome,
            List<StreamEvent> events,
            Map<Moment, Long> millis,
            String text,
            Optional<String> finishReason) {
        var instants = new EnumMap<Moment, Long>(Moment.class);
        millis.forEach((moment, at) -> instants.put(moment, at * 1_000_000));
        return new RequestTrace(
                number,
                NOON,
                outcome,
                outcome == Outcome.SUCCESS ? Optional.empty() : Optional.of("it failed"),
                new Timeline(instants),
                events,
                Response.NONE,
                TokenUsage.NONE,
                finishReason,
                text);
    }

    /** The same with what the server and its usage report said. */
    public static RequestTrace told(RequestTrace trace, Response response, TokenUsage usage) {
        return new RequestTrace(
                trace.number(),
                trace.startedAt(),
                trace.outcome(),
                trace.failure(),
                trace.timeline(),
                trace.events(),
                response,
                usage,
                trace.finishReason(),
                trace.text());
    }

    public static StreamEvent content(long millis, int read) {
        return new StreamEvent(millis * 1_000_000, read, StreamEvent.Kind.CONTENT, 5);
    }

    /** Measures the traces as a run of ten seconds that planned as many requests as are given. */
    public static Run run(RequestTrace... traces) {
        return run(traces.length, traces);
    }

    public static Run run(int planned, RequestTrace... traces) {
        var load = new LoadResult(NOON, NOON.plusSeconds(10), 10_000_000_000L, List.of(traces), planned);
        return new Measurer(WORDS, ENVIRONMENT).measure(ID, plan(planned), BASE_URL, load);
    }
}
