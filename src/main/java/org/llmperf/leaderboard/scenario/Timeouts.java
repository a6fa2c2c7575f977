package org.llmperf.leaderboard.scenario;

import java.time.Duration;

/**
 * The limits that turn waiting into a failure.
 *
 * @param connect until the connection is ready: name, TCP and TLS together
 * @param firstByte from the request written to the first byte of the answer's body
 * @param stall between two reads of the body
 * @param request from the start of a request to its end
 * @param run from the first request of a run: no further one is sent after it, and those under way are ended
 */
public record Timeouts(Duration connect, Duration firstByte, Duration stall, Duration request, Duration run) {}
