package org.llmperf.leaderboard.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * What a journal that nobody writes any more holds.
 *
 * @param finished requests, in the order of their ends
 * @param run absent if its worker died before it was whole
 */
record Spooled(UUID attempt, String round, List<RequestTrace> finished, Optional<Run> run) {}
