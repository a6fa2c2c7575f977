package org.llmperf.leaderboard.summary;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.llmperf.leaderboard.measurement.AnswerLength;
import org.llmperf.leaderboard.measurement.Arrival;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;

/** Makes the breakdown of a run of its successful requests. */
final class Breakdowns {
    private static final double AGREEMENT = 0.05;

    private Breakdowns() {}

    static Breakdown of(List<MeasuredRequest> successes) {
        return new Breakdown(
                phases(successes),
                quantities(successes),
                counted(successes, request -> request.trace().response().httpVersion()),
                streaming(successes),
                tokens(successes));
    }

    private static Map<Phase, Distribution> phases(List<MeasuredRequest> successes) {
        List<Map<Phase, Double>> timed = successes.stream()
                .map(request -> Phase.of(request.trace().timeline()))
                .toList();
        var distributions = new EnumMap<Phase, Distribution>(Phase.class);
        for (Phase phase : Phase.values()) {
            double[] seconds = timed.stream()
                    .filter(phases -> phases.containsKey(phase))
                    .mapToDouble(phases -> phases.get(phase))
                    .toArray();
            Distributions.of(seconds).ifPresent(found -> distributions.put(phase, found));
        }
        return distributions;
    }

    private static Map<Quantity, Distribution> quantities(List<MeasuredRequest> successes) {
        var distributions = new EnumMap<Quantity, Distribution>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            Distributions.of(values(successes, quantity).toArray())
                    .ifPresent(found -> distributions.put(quantity, found));
        }
        return distributions;
    }

    private static StreamingQuality streaming(List<MeasuredRequest> successes) {
        return new StreamingQuality(
                (long) values(successes, Quantity.CONTENT_EVENTS).sum(),
                (int) successes.stream().filter(Arrival::streamable).count(),
                (int) successes.stream().filter(Arrival::atOnce).count(),
                (int) successes.stream().filter(Arrival::inBursts).count(),
                (int) successes.stream().filter(Arrival::earlyFiller).count());
    }

    private static TokenAccount tokens(List<MeasuredRequest> successes) {
        double[] differences = values(successes, Quantity.REPORTED_DIFFERENCE).toArray();
        int agreeing = (int) DoubleStream.of(differences)
                .filter(difference -> Math.abs(difference) <= AGREEMENT)
                .count();
        return new TokenAccount(
                counted(successes, request -> request.trace().finishReason()), differences.length, agreeing, (int)
                        successes.stream().filter(AnswerLength::off).count());
    }

    private static DoubleStream values(List<MeasuredRequest> successes, Quantity quantity) {
        return successes.stream().map(quantity::of).flatMapToDouble(OptionalDouble::stream);
    }

    private static Map<String, Integer> counted(
            List<MeasuredRequest> successes, Function<MeasuredRequest, Optional<String>> word) {
        var counts = new TreeMap<String, Integer>();
        successes.forEach(request -> word.apply(request).ifPresent(found -> counts.merge(found, 1, Integer::sum)));
        return counts;
    }
}
