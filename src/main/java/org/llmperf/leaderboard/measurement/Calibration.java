package org.llmperf.leaderboard.measurement;

import java.util.Optional;

/**
 * The client's own error: what it saw of a simulated provider on this machine against what that provider says it did.
 *
 * @param concurrency requests under way at once
 * @param requests sent
 * @param succeeded of them; the errors are theirs, and absent if there are none
 * @param ttft what the client adds to the time to the first content: from the start to the connecting, from the connection to
 *     the request written, and from the provider's writing of the first content to the client's stamp of it
 * @param events by how much content events were stamped after they were written
 * @param providerLateness by how much the provider itself wrote content events after they were due; in none of the errors
 *     above, since those count from what it really did
 * @param connecting to the provider, on loopback: part of what a time to the first content means, and told apart as it is for
 *     every run; how much of it is ours and how much the operating system's cannot be known. Absent in calibrations of
 *     before it was told apart, which counted it as an error
 * @param providerPickUp from the request written to the provider having read it; in none of the errors either, since it is
 *     the provider's accepting and reading. Absent in calibrations of before it was told apart
 */
public record Calibration(
        int concurrency,
        int requests,
        int succeeded,
        Optional<TimingError> ttft,
        Optional<TimingError> events,
        Optional<TimingError> providerLateness,
        Optional<TimingError> connecting,
        Optional<TimingError> providerPickUp) {}
