package org.llmperf.leaderboard.summary;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What blocks spread over time say of a metric's long-run value: the Hodges-Lehmann estimate of the logarithms of the blocks' medians,
 * with the exact interval of Wilcoxon's signed rank, transformed back. Requests of one block share their hour, so a block is one
 * value, however many requests it has.
 *
 * @param medians of the blocks in their order; null where a block is missing; infinite (zero for a speed) where it failed
 * @param interval both ends may be infinite, if many blocks failed
 * @param betweenHours standard deviation between hours, of the logarithm, without what requests within a block add
 */
public record BlockEstimate(List<Double> medians, double value, Interval interval, double betweenHours) {
    static final double ERROR = 0.05;

    public BlockEstimate {
        medians = Collections.unmodifiableList(medians.stream().toList());
    }

    /**
     * @param medians as they stand in the record
     * @return absent for fewer than six blocks: they have no interval at 95 %
     */
    public static Optional<BlockEstimate> of(List<Double> medians, double betweenHours) {
        double[] logs = logs(medians);
        return SignedRank.interval(logs, ERROR)
                .map(interval -> new BlockEstimate(
                        medians,
                        Math.exp(SignedRank.estimate(logs)),
                        new Interval(Math.exp(interval.low()), Math.exp(interval.high())),
                        betweenHours));
    }

    /**
     * @param blocks values of the requests of each block, those of failures included; empty where a block is missing
     */
    static Optional<BlockEstimate> ofValues(List<double[]> blocks) {
        return of(
                blocks.stream()
                        .map(values -> values.length == 0 ? null : Quantiles.median(sorted(values)))
                        .toList(),
                betweenHours(blocks));
    }

    /** Several weeks looked at as one. The variation between hours is the middle one of theirs. */
    public static Optional<BlockEstimate> joined(List<BlockEstimate> weeks) {
        double[] between =
                weeks.stream().mapToDouble(BlockEstimate::betweenHours).sorted().toArray();
        return weeks.isEmpty()
                ? Optional.empty()
                : of(weeks.stream().flatMap(week -> week.medians().stream()).toList(), Quantiles.median(between));
    }

    /** Blocks that were measured. */
    public int blocks() {
        return (int) medians.stream().filter(Objects::nonNull).count();
    }

    private static double[] logs(List<Double> medians) {
        return medians.stream().filter(Objects::nonNull).mapToDouble(Math::log).toArray();
    }

    /**
     * The standard deviation between hours: that of the blocks' medians, less what the spread of requests within a block explains. By
     * the width of their middle two thirds, so that a few failed blocks do not make it infinite.
     *
     * @param blocks values of the requests of each block, finite ones and those of failures
     */
    static double betweenHours(List<double[]> blocks) {
        double[] medians = blocks.stream()
                .filter(values -> values.length > 0)
                .mapToDouble(values -> Math.log(Quantiles.median(sorted(values))))
                .sorted()
                .toArray();
        if (medians.length < 2) {
            return 0;
        }
        // nearest ranks: nothing can be interpolated between a number and infinity
        double width =
                (medians[(int) Math.ceil(0.84 * medians.length) - 1] - medians[(int) (0.16 * medians.length)]) / 2;
        double squares = 0;
        int freedom = 0;
        double perBlock = 0;
        for (double[] values : blocks) {
            double[] logs = Arrays.stream(values)
                    .map(Math::log)
                    .filter(Double::isFinite)
                    .toArray();
            double mean = Arrays.stream(logs).average().orElse(0);
            squares +=
                    Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
            freedom += Math.max(0, logs.length - 1);
            perBlock += logs.length;
        }
        double within = freedom == 0 ? 0 : squares / freedom;
        double ofMedian = within * medianVariance(perBlock / blocks.size());
        return Math.sqrt(Math.max(0, width * width - ofMedian));
    }

    /** Variance of the median of n normal values, in their own; pi / 2n for many, and close to it for few. */
    private static double medianVariance(double n) {
        return n <= 1 ? 1 : Math.PI / (2 * n + Math.PI - 2);
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    /** The logarithms of what two have in the same block, subtracted; blocks that one of them lacks are left out. */
    public static double[] differences(BlockEstimate one, BlockEstimate other) {
        int common = Math.min(one.medians.size(), other.medians.size());
        return Stream.iterate(0, i -> i < common, i -> i + 1)
                .filter(i -> one.medians.get(i) != null && other.medians.get(i) != null)
                .mapToDouble(i -> Math.log(one.medians.get(i)) - Math.log(other.medians.get(i)))
                .toArray();
    }
}
