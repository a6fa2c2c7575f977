package org.llmperf.leaderboard.measurement;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Makes a run of what the load brought: counts tokens, computes each request's metrics, gives the verdict. */
public final class Measurer {
    /** How the verdict on a run begins that a rule ended. */
    public static final String ENDED_EARLY = "ended early";

    private final TokenCounter tokens;
    private final RunEnvironment environment;

    /** @param tokens of the run: the reference tokenizer, or another by a user's choice */
    public Measurer(TokenCounter tokens, RunEnvironment environment) {
        this.tokens = tokens;
        this.environment = environment;
    }

    /**
     * @param baseUrl really used, also for a simulated provider
     */
    public Run measure(UUID id, RunPlan plan, URI baseUrl, LoadResult result) {
        boolean scheduled = plan.scenario().load() instanceof LoadShape.OpenLoop;
        List<MeasuredRequest> requests = result.traces().stream()
                .map(trace -> measure(trace, plan.prompts().get(trace.number()), scheduled))
                .toList();
        return new Run(
                id,
                RunConfiguration.of(plan, baseUrl, tokens),
                environment,
                result.startedAt(),
                result.finishedAt(),
                result.wallNanos(),
                requests,
                verdict(plan.scenario(), result),
                result.planned(),
                Optional.empty(),
                List.of());
    }

    private MeasuredRequest measure(RequestTrace trace, Prompt prompt, boolean scheduled) {
        int outputTokens = tokens.count(trace.text());
        return new MeasuredRequest(
                trace,
                prompt.nominalInputTokens(),
                tokens.count(prompt.text()),
                prompt.outputTokens(),
                outputTokens,
                RequestMetrics.of(trace, outputTokens, scheduled),
                RequestMetrics.shortOutput(trace, outputTokens, prompt.outputTokens()));
    }

    /**
     * Whether the run says something of the provider. Even one failure of ours makes it invalid: what disturbed that
     * request may have slowed the others too.
     */
    static RunVerdict verdict(Scenario scenario, LoadResult result) {
        long ours = result.traces().stream()
                .filter(trace -> trace.outcome() == Outcome.CLIENT)
                .count();
        int started = result.traces().size();
        int planned = result.planned();
        if (ours > 0) {
            return RunVerdict.invalid("%d of %d requests failed by our own fault".formatted(ours, started));
        }
        if (started < planned && result.endedEarly().isPresent()) {
            return RunVerdict.invalid("%s, with %d of %d requests: %s"
                    .formatted(
                            ENDED_EARLY, started, planned, result.endedEarly().get()));
        }
        if (started < planned) {
            String after = minutes(Duration.ofNanos(result.wallNanos()));
            String wanted = scenario.duration()
                    .map(duration -> "requests, before its %s were over".formatted(minutes(duration)))
                    .orElseGet(() -> "of %d requests".formatted(planned));
            return RunVerdict.invalid("the run ended after %s with %d %s".formatted(after, started, wanted));
        }
        return RunVerdict.VALID;
    }

    /** Why a rule ended the run, from the reason of its verdict. */
    public static Optional<String> endedEarly(String reason) {
        return reason.startsWith(ENDED_EARLY)
                ? Optional.of(reason.substring(reason.indexOf(": ") + 2))
                : Optional.empty();
    }

    private static String minutes(Duration wall) {
        long seconds = Math.round(wall.toMillis() / 1000.0);
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
