package org.llmperf.leaderboard.measurement;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.loadgen.EarlyEnd;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;

/** Makes a run of what the load brought: counts tokens, computes each request's metrics, gives the verdict. */
public final class Measurer {
    /** How the reason begins of a run that we ended. */
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
                verdict(result),
                result.planned(),
                Optional.empty(),
                List.of());
    }

    private MeasuredRequest measure(RequestTrace raw, Prompt prompt, boolean scheduled) {
        RequestTrace trace = ThinkTags.apart(raw);
        int outputTokens = tokens.count(trace.text());
        return new MeasuredRequest(
                trace,
                prompt.nominalInputTokens(),
                tokens.count(prompt.text()),
                prompt.outputTokens(),
                outputTokens,
                RequestMetrics.of(trace, outputTokens, firstReadTokens(trace), scheduled),
                RequestMetrics.shortOutput(trace, outputTokens, prompt.outputTokens()));
    }

    /** Tokens of the text that the first read with content brought, at least one. */
    private int firstReadTokens(RequestTrace trace) {
        List<StreamEvent> content = trace.events().stream()
                .filter(event -> event.kind() == StreamEvent.Kind.CONTENT)
                .toList();
        int characters = content.stream()
                .filter(event -> event.read() == content.get(0).read())
                .mapToInt(StreamEvent::characters)
                .sum();
        return Math.max(
                1,
                tokens.count(trace.text()
                        .substring(0, Math.min(characters, trace.text().length()))));
    }

    /**
     * Whether the run says something of the provider. Even one failure of ours makes it invalid: what disturbed that
     * request may have slowed the others too. A provider that answered nothing was down, and that counts: an outage that made
     * its run invalid would vanish from the provider's history. For the same reason a run stays valid that its limit of time
     * ended: only a slow provider gets there, and the requests that were cut are failures.
     */
    static RunVerdict verdict(LoadResult result) {
        long ours = result.traces().stream()
                .filter(trace -> trace.outcome() == Outcome.CLIENT)
                .count();
        int started = result.traces().size();
        int planned = result.planned();
        if (ours > 0) {
            return RunVerdict.invalid("%d of %d requests failed by our own fault".formatted(ours, started));
        }
        Optional<EarlyEnd> ourEnd = result.endedEarly().filter(end -> end.cause() == EarlyEnd.Cause.OURS);
        if (started < planned && ourEnd.isPresent()) {
            return RunVerdict.invalid("%s, with %d of %d requests: %s"
                    .formatted(ENDED_EARLY, started, planned, ourEnd.get().words()));
        }
        return started > 0 && result.traces().stream().noneMatch(RequestTrace::succeeded)
                ? RunVerdict.down(downWords(result))
                : RunVerdict.VALID;
    }

    private static String downWords(LoadResult result) {
        String counts = result.traces().stream()
                .collect(Collectors.groupingBy(RequestTrace::outcome, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey().label())
                .collect(Collectors.joining(", "));
        int unsent = result.planned() - result.traces().size();
        return "none of %d requests succeeded (%s)%s"
                .formatted(
                        result.traces().size(),
                        counts,
                        unsent > 0 ? "; the other %d were not sent, to save their cost".formatted(unsent) : "");
    }

    /** Why we ended the run, from the reason of its verdict. */
    public static Optional<EarlyEnd> endedEarly(String reason) {
        return reason.startsWith(ENDED_EARLY)
                ? Optional.of(new EarlyEnd(EarlyEnd.Cause.OURS, reason.substring(reason.indexOf(": ") + 2)))
                : Optional.empty();
    }
}
