package org.llmperf.leaderboard.measurement;

import java.util.Optional;

/**
 * How busy the measuring process was with itself while a run lasted.
 *
 * @param wallSeconds from just before the load to just after it
 * @param scheduleLag by how much requests started after they should have; absent if none started
 * @param cpuShare processor time of the whole process over what all processors could give, 0 to 1
 * @param wakeUps how late a thread woke that wanted to wake every 5 ms; absent in certificates from before it was watched
 */
public record EngineLoad(
        double wallSeconds,
        Optional<TimingError> scheduleLag,
        GcPauses gcPauses,
        double cpuShare,
        Optional<TimingError> wakeUps) {}
