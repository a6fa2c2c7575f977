package org.llmperf.leaderboard.summary;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.StreamEvent;

/** Makes a run's figures of its requests. Depends on nothing but the run, so anyone can compute them again. */
public final class Summarizer {
    private static final double NANOS = 1e9;
    private static final double SECONDS_PER_MINUTE = 60;

    private Summarizer() {}

    public static RunSummary summarise(Run run) {
        List<MeasuredRequest> successes =
                run.requests().stream().filter(r -> r.trace().succeeded()).toList();
        Map<Outcome, Integer> outcomes = outcomes(run);
        RunBlocks blocks = RunBlocks.of(run);
        double seconds = run.wallNanos() / NANOS;
        double outputTokens =
                successes.stream().mapToInt(MeasuredRequest::outputTokens).sum();
        double events = successes.stream().mapToLong(r -> content(r).count()).sum();
        return new RunSummary(
                run.planned(),
                blocks.success()
                        .or(() -> success(
                                successes.size(), run.requests().size() - outcomes.getOrDefault(Outcome.CLIENT, 0))),
                outcomes,
                distributions(successes, blocks),
                ratio(successes.size() * SECONDS_PER_MINUTE, seconds),
                ratio(outputTokens, seconds),
                ratio(secondsUnderWay(run), seconds),
                ratio(
                        run.requests().stream()
                                .mapToInt(MeasuredRequest::inputTokens)
                                .sum(),
                        run.requests().size()),
                ratio(outputTokens, successes.size()),
                ratio(outputTokens, events),
                ratio(successes.stream().mapToLong(Summarizer::sharedReads).sum(), events),
                (int) run.requests().stream()
                        .filter(MeasuredRequest::shortOutput)
                        .count(),
                Breakdowns.of(successes));
    }

    private static Map<Outcome, Integer> outcomes(Run run) {
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        run.requests().forEach(request -> outcomes.merge(request.trace().outcome(), 1, Integer::sum));
        return outcomes;
    }

    private static Optional<SuccessRate> success(int succeeded, int started) {
        return started == 0
                ? Optional.empty()
                : Optional.of(new SuccessRate(
                        succeeded, started, (double) succeeded / started, WilsonInterval.of(succeeded, started)));
    }

    private static Map<Metric, Distribution> distributions(List<MeasuredRequest> successes, RunBlocks blocks) {
        var distributions = new EnumMap<Metric, Distribution>(Metric.class);
        for (Metric metric : Metric.values()) {
            Optional<Distribution> distribution = switch (metric.scope()) {
                case REQUEST ->
                    Distributions.of(successes.stream()
                                    .map(request -> request.value(metric))
                                    .flatMapToDouble(OptionalDouble::stream)
                                    .toArray())
                            .map(found -> found.with(blocks.estimate(metric)));
                case EVENT ->
                    Distributions.withoutInterval(
                            successes.stream().flatMapToDouble(Summarizer::gaps).toArray());
                case RUN -> Optional.empty();
            };
            distribution.ifPresent(found -> distributions.put(metric, found));
        }
        return distributions;
    }

    private static DoubleStream gaps(MeasuredRequest request) {
        long[] instants = content(request).mapToLong(StreamEvent::atNanos).toArray();
        var gaps = new double[Math.max(0, instants.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (instants[i + 1] - instants[i]) / NANOS;
        }
        return DoubleStream.of(gaps);
    }

    /** Content events that arrived in one read with another content event. */
    private static long sharedReads(MeasuredRequest request) {
        var eventsOfRead = new HashMap<Integer, Long>();
        content(request).forEach(event -> eventsOfRead.merge(event.read(), 1L, Long::sum));
        return eventsOfRead.values().stream()
                .filter(events -> events > 1)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static double secondsUnderWay(Run run) {
        return run.requests().stream()
                        .map(request -> request.trace().timeline().between(Moment.STARTED, Moment.ENDED))
                        .mapToLong(nanos -> nanos.orElse(0))
                        .sum()
                / NANOS;
    }

    private static Stream<StreamEvent> content(MeasuredRequest request) {
        return request.trace().events().stream().filter(event -> event.kind() == StreamEvent.Kind.CONTENT);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }
}
