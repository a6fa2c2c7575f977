package org.llmperf.leaderboard.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the rounds from which on an offering's figure lies elsewhere. At each round the median of the five before it is
 * compared with the median of the five from it on, the newest round but two being the last that can be told: a moving sum
 * (MOSUM) procedure for several changes in a series (B. Eichinger and C. Kirch, "A MOSUM procedure for the estimation of
 * multiple random change points", Bernoulli 24(1), 2018), with medians in place of means, so that two bad weeks of five, or one
 * of three, change nothing. The difference must be five times its noise and worth speaking of.
 *
 * <p>The noise is the series' own: the median absolute size of the same difference elsewhere, so that a series which wanders is
 * not told to shift whenever it does; at least what the steps from one value to the next make likely, and what the values' own
 * intervals do. No chance is drawn: everybody finds the same. A round without a value is left out and the others close up.
 */
public final class Shifts {
    /** Values on either side. */
    public static final int WINDOW = 5;

    /** Values after a shift from which on it can be told. */
    static final int LEAST_AFTER = 3;

    /** A shorter series does not know its own noise. */
    static final int SHORTEST = 12;

    private static final double TIMES_NOISE = 5;

    /** From a median absolute deviation to the standard deviation of a normal distribution. */
    private static final double DEVIATION = 1.4826;

    /**
     * From the spread of steps between neighbours to that of the difference of medians. Of independent normal values it would be
     * 0.54, with three of them on one side 0.61; the rest is for values that hang together.
     */
    private static final double OF_STEPS = 0.8;

    /** From half a 95 % interval of one value to the deviation of the difference of two medians of five. */
    private static final double OF_INTERVALS = 0.76 / 1.96;

    private static final double LEAST_NOISE = 0.01;

    private final Scale scale;
    private final double[] values;
    private final double[] differences;
    private final double[] scores;
    private final double floor;

    /** How values are compared, and how far apart they must lie to be worth speaking of. */
    public enum Scale {
        /** By their ratio, for times and speeds: at least a tenth. */
        RATIO(Math.log(1.1)),
        /** By their difference, for shares: at least five points. */
        DIFFERENCE(0.05);

        private final double least;

        Scale(double least) {
            this.least = least;
        }

        private double of(double value) {
            return this == RATIO ? Math.log(value) : value;
        }

        private double back(double value) {
            return this == RATIO ? Math.exp(value) : value;
        }
    }

    private Shifts(List<SeriesValue> series, Scale scale) {
        this.scale = scale;
        values = series.stream().mapToDouble(value -> scale.of(value.value())).toArray();
        differences = IntStream.range(0, values.length)
                .mapToDouble(at -> tellable(at) ? after(at) - before(at) : Double.NaN)
                .toArray();
        double[] steps = IntStream.range(1, values.length)
                .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
                .toArray();
        double[] halves = series.stream()
                .flatMap(value -> value.interval().stream())
                .mapToDouble(ends -> (scale.of(ends.high()) - scale.of(ends.low())) / 2)
                .toArray();
        floor = Math.max(
                Math.max(LEAST_NOISE, OF_STEPS * DEVIATION * median(steps)),
                halves.length == 0 ? 0 : OF_INTERVALS * median(halves));
        scores = IntStream.range(0, values.length).mapToDouble(this::score).toArray();
    }

    /**
     * @param series the oldest first; of a scale by ratio all above zero
     * @return the oldest first
     */
    public static List<Shift> of(List<SeriesValue> series, Scale scale) {
        return series.size() < SHORTEST ? List.of() : new Shifts(series, scale).find();
    }

    private boolean tellable(int at) {
        return at >= WINDOW && at <= values.length - LEAST_AFTER;
    }

    private double before(int at) {
        return median(Arrays.copyOfRange(values, at - WINDOW, at));
    }

    private double after(int at) {
        return median(Arrays.copyOfRange(values, at, Math.min(values.length, at + WINDOW)));
    }

    /** The clearest first; about each one that is found no other is looked for. */
    private List<Shift> find() {
        List<Integer> candidates = IntStream.range(0, values.length)
                .filter(at -> scores[at] >= TIMES_NOISE)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -scores[at]))
                .toList();
        var found = new ArrayList<Integer>();
        var shifts = new ArrayList<Shift>();
        for (int candidate : candidates) {
            if (found.stream().allMatch(other -> Math.abs(other - candidate) >= WINDOW)) {
                found.add(candidate);
                shift(candidate).ifPresent(shifts::add);
            }
        }
        shifts.sort(Comparator.comparingInt(Shift::at));
        return shifts;
    }

    /** Absent if its round turns out to be one that cannot be told yet: two bad weeks at the end are not three. */
    private Optional<Shift> shift(int candidate) {
        int at = clearest(candidate);
        return tellable(at)
                ? Optional.of(new Shift(at, scale.back(before(at)), scale.back(after(at)), scores[candidate]))
                : Optional.empty();
    }

    /** Of a difference that is worth speaking of; 0 for others, which are most. */
    private double score(int at) {
        if (!tellable(at) || Math.abs(differences[at]) < scale.least) {
            return 0;
        }
        double[] elsewhere = IntStream.range(0, values.length)
                .filter(other -> tellable(other) && Math.abs(other - at) >= WINDOW)
                .mapToDouble(other -> Math.abs(differences[other]))
                .toArray();
        double usual = elsewhere.length < WINDOW ? 0 : DEVIATION * median(elsewhere);
        return Math.abs(differences[at]) / Math.max(floor, usual);
    }

    /** Medians say the same for some neighbours; of them the one that leaves the values nearest to the medians on its two sides. */
    private int clearest(int candidate) {
        int from = candidate - WINDOW;
        int to = Math.min(values.length, candidate + WINDOW);
        return IntStream.rangeClosed(candidate - 2, candidate + 2)
                .filter(at -> at > from && at < to)
                .boxed()
                .min(Comparator.comparingDouble((Integer at) -> distance(from, at) + distance(at, to))
                        .thenComparingInt(at -> Math.abs(at - candidate)))
                .orElse(candidate);
    }

    private double distance(int from, int to) {
        double[] part = Arrays.copyOfRange(values, from, to);
        double middle = median(part);
        return Arrays.stream(part).map(value -> Math.abs(value - middle)).sum();
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
