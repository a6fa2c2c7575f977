package org.llmperf.leaderboard.scenario;

import java.time.Duration;
import java.util.Arrays;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;

/**
 * When each request of an offered rate should start, in nanoseconds since the start of the run. The instants are absolute,
 * known before the clock starts: a request that is late never moves a later one.
 */
public final class ArrivalSchedule {
    private static final double NANOS = 1e9;

    private final OpenLoop load;
    private final PythonRandom random;
    private int number;
    private double seconds;

    private ArrivalSchedule(OpenLoop load, long seed) {
        this.load = load;
        this.random = new PythonRandom(seed);
    }

    /**
     * The first instants. The first request is due at once.
     *
     * @param seed of the Poisson arrivals; the prompts' own seed, drawn from anew
     */
    public static long[] nanos(OpenLoop load, long seed, int requests) {
        var schedule = new ArrivalSchedule(load, seed);
        long[] instants = new long[requests];
        Arrays.setAll(instants, i -> schedule.next());
        return instants;
    }

    /** How many requests are due before a duration is over, if it is not over first after {@code atMost} of them. */
    static int within(OpenLoop load, long seed, Duration duration, int atMost) {
        var schedule = new ArrivalSchedule(load, seed);
        int due = 0;
        while (due < atMost && schedule.next() < duration.toNanos()) {
            due++;
        }
        return due;
    }

    /** A constant rate is multiplied out, not added up, so that no rounding gathers. */
    private long next() {
        double due = load.arrival() == Arrival.CONSTANT ? number / load.rate() : seconds;
        number++;
        if (load.arrival() == Arrival.POISSON) {
            seconds += random.exponential(load.rate());
        }
        return Math.round(due * NANOS);
    }
}
