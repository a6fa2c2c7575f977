package org.llmperf.leaderboard.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that was seen of one request.
 *
 * @param number of the request within its run, from 0
 * @param startedAt wall clock, for dates only; durations come from the timeline
 * @param failure what went wrong in words, cut to a bounded length and cleaned of secrets; absent for a success
 * @param text the answer's content, without reasoning; kept for failures too, as far as it came
 * @param finishReason the provider's own word for why the answer ended
 */
public record RequestTrace(
        int number,
        Instant startedAt,
        Outcome outcome,
        Optional<String> failure,
        Timeline timeline,
        List<StreamEvent> events,
        Response response,
        TokenUsage usage,
        Optional<String> finishReason,
        String text) {

    public boolean succeeded() {
        return outcome == Outcome.SUCCESS;
    }
}
