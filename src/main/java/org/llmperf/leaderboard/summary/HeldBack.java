package org.llmperf.leaderboard.summary;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Timeline;

/** How often the bound on requests under way held one back that was due. Follows from the run alone. */
public final class HeldBack {
    private HeldBack() {}

    /**
     * Requests before whose intended start as many earlier ones as the bound allows had not ended.
     *
     * @return absent for a closed loop, where nothing is due before a worker is free
     */
    public static OptionalInt of(Run run) {
        return run.configuration().scenario().load() instanceof OpenLoop open
                ? OptionalInt.of(count(run.requests(), open.maxInFlight()))
                : OptionalInt.empty();
    }

    private static int count(List<MeasuredRequest> inOrder, int maxInFlight) {
        var unfinished = new PriorityQueue<Long>();
        int held = 0;
        for (MeasuredRequest request : inOrder) {
            Timeline timeline = request.trace().timeline();
            OptionalLong intended = timeline.at(Moment.INTENDED);
            if (intended.isPresent()) {
                while (!unfinished.isEmpty() && unfinished.peek() <= intended.getAsLong()) {
                    unfinished.remove();
                }
                held += unfinished.size() >= maxInFlight ? 1 : 0;
            }
            timeline.at(Moment.ENDED).ifPresent(unfinished::add);
        }
        return held;
    }
}
