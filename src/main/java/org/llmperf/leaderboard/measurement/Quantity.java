package org.llmperf.leaderboard.measurement;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * What is counted of each successful request beside its metrics, each defined once. Nothing is ranked by it. T is the number
 * of output tokens by the run's tokenizer; characters are UTF-16 code units.
 */
public enum Quantity {
    BODY_BYTES(
            Group.RESPONSE,
            "Bytes of the body",
            "bytes",
            "after transfer decoding",
            request -> some(request.trace().response().bodyBytes())),
    BODY_READS(
            Group.RESPONSE,
            "Socket reads of the body",
            "reads",
            "reads that brought a part of the body",
            request -> some(request.trace().response().reads())),
    CONTENT_EVENTS(
            Group.STREAMING,
            "Content events",
            "events",
            "events with text of the answer",
            request -> some(Arrival.content(request).size())),
    EVENT_TOKENS(
            Group.STREAMING,
            "Tokens in an event",
            "tokens",
            "T ÷ content events",
            request -> ratio(request.outputTokens(), Arrival.content(request).size())),
    BURST_CHARACTERS(
            Group.STREAMING,
            "Largest burst in characters",
            "characters",
            "most content in one socket read",
            request -> some(Arrival.largestRead(request))),
    BURST_TOKENS(
            Group.STREAMING,
            "Largest burst in tokens",
            "tokens",
            "T × characters of the largest burst ÷ characters of all content events",
            request -> ratio(
                    (double) request.outputTokens() * Arrival.largestRead(request),
                    Arrival.characters(Arrival.content(request)))),
    OUTPUT_TOKENS(Group.TOKENS, "Tokens of the answer", "tokens", "T", request -> some(request.outputTokens())),
    OUTPUT_CHARACTERS(
            Group.TOKENS,
            "Characters of the answer",
            "characters",
            "length of the text",
            request -> some(request.trace().text().length())),
    REPORTED_TOKENS(
            Group.TOKENS,
            "Output tokens as the provider counts",
            "tokens",
            "output tokens of its usage report",
            request -> of(request.trace().usage().output())),
    REPORTED_DIFFERENCE(
            Group.TOKENS,
            "Provider's count beside ours",
            "share",
            "(provider's output tokens − T) ÷ T; absent where the model reasoned, since some providers count that in",
            Quantity::difference),
    FIRST_REASONING(
            Group.REASONING,
            "First reasoning",
            "s",
            "first reasoning − start",
            request -> seconds(request.trace(), Moment.FIRST_REASONING)),
    REASONING_CHARACTERS(
            Group.REASONING,
            "Characters of reasoning",
            "characters",
            "of all reasoning events",
            request -> positive(Arrival.characters(Arrival.events(request, StreamEvent.Kind.REASONING)))),
    REPORTED_REASONING_TOKENS(
            Group.REASONING,
            "Reasoning tokens as the provider counts",
            "tokens",
            "reasoning tokens of its usage report",
            request -> of(request.trace().usage().reasoning()));

    /** What belongs together for a reader. */
    public enum Group {
        RESPONSE,
        STREAMING,
        TOKENS,
        REASONING;

        /** In the order in which they are shown. */
        public List<Quantity> quantities() {
            return List.of(Quantity.values()).stream()
                    .filter(quantity -> quantity.group == this)
                    .toList();
        }
    }

    private static final double NANOS = 1e9;

    private final Group group;
    private final String label;
    private final String unit;
    private final String formula;
    private final Function<MeasuredRequest, OptionalDouble> value;

    Quantity(Group group, String label, String unit, String formula, Function<MeasuredRequest, OptionalDouble> value) {
        this.group = group;
        this.label = label;
        this.unit = unit;
        this.formula = formula;
        this.value = value;
    }

    /** As it stands in files, for example {@code output_tokens}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Group group() {
        return group;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public String formula() {
        return formula;
    }

    /** Absent for a failure, and for what cannot be computed. */
    public OptionalDouble of(MeasuredRequest request) {
        return request.trace().succeeded() ? value.apply(request) : OptionalDouble.empty();
    }

    private static OptionalDouble difference(MeasuredRequest request) {
        TokenUsage usage = request.trace().usage();
        boolean reasoned = usage.reasoning().orElse(0) > 0
                || !Arrival.events(request, StreamEvent.Kind.REASONING).isEmpty();
        return usage.output().isEmpty() || reasoned
                ? OptionalDouble.empty()
                : ratio(usage.output().getAsInt() - request.outputTokens(), request.outputTokens());
    }

    private static OptionalDouble seconds(RequestTrace trace, Moment moment) {
        return trace.timeline().between(Moment.STARTED, moment).stream()
                .mapToDouble(nanos -> nanos / NANOS)
                .findFirst();
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    private static OptionalDouble of(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }

    /** For what most answers do not have at all. */
    private static OptionalDouble positive(double value) {
        return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }
}
