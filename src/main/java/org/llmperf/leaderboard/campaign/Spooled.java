package org.llmperf.leaderboard.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * What a journal that nobody writes any more holds.
 *
 * @param last whether it is of a run's last or only block
 * @param finished requests, in the order of their ends
 * @param run of the block; absent if its worker died before it was whole
 */
record Spooled(UUID attempt, String round, boolean last, List<RequestTrace> finished, Optional<Run> run) {}
