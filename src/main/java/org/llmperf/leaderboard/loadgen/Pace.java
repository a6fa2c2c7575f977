package org.llmperf.leaderboard.loadgen;

import java.time.Duration;
import java.util.Optional;
import org.llmperf.leaderboard.scenario.ArrivalSchedule;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;

/** When each request of a run should start. Instants are nanoseconds since the start of the run. */
interface Pace {

    /**
     * @param ticket number of the request
     * @param freeAt when the worker that will send it became free
     */
    long intended(int ticket, long freeAt);

    /** Whether a worker that is free at this instant sends nothing further. */
    boolean over(long atNanos);

    static Pace of(RunPlan plan) {
        Scenario scenario = plan.scenario();
        return scenario.load() instanceof OpenLoop open
                ? scheduled(
                        ArrivalSchedule.nanos(open, plan.seed(), plan.prompts().size()))
                : closed(scenario.duration());
    }

    /** A request should start the moment its worker is free, see {@link Turns}. */
    private static Pace closed(Optional<Duration> duration) {
        long end = duration.map(Duration::toNanos).orElse(Long.MAX_VALUE);
        return new Pace() {
            @Override
            public long intended(int ticket, long freeAt) {
                return freeAt;
            }

            @Override
            public boolean over(long atNanos) {
                return atNanos >= end;
            }
        };
    }

    /**
     * A request should start when the schedule says, however late its worker is. Whatever is due is sent: to leave it out
     * would hide that the provider did not keep up.
     */
    private static Pace scheduled(long[] instants) {
        return new Pace() {
            @Override
            public long intended(int ticket, long freeAt) {
                return instants[ticket];
            }

            @Override
            public boolean over(long atNanos) {
                return false;
            }
        };
    }
}
