package org.llmperf.leaderboard.measurement;

import java.util.Optional;

/**
 * The client's own error: what it saw of a simulated provider on this machine against what that provider says it did.
 *
 * @param concurrency requests under way at once
 * @param requests sent
 * @param succeeded of them; the errors are theirs, and absent if there are none
 * @param ttft by how much the time to the first content is longer than the provider took for it, from the request read to
 *     the event written. All that is not the provider's counts as ours, the connection on loopback included
 * @param events by how much content events were stamped after they were written
 * @param providerLateness by how much the provider itself wrote content events after they were due; in none of the errors
 *     above, since those count from what it really did
 */
public record Calibration(
        int concurrency,
        int requests,
        int succeeded,
        Optional<TimingError> ttft,
        Optional<TimingError> events,
        Optional<TimingError> providerLateness) {}
