package org.llmperf.leaderboard.campaign;

import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;

/**
 * What a journal without a writer holds, without its requests, which may be many: {@link Spool#requests} reads them.
 *
 * @param header absent if the first line is damaged, so that nothing says which attempt it was
 * @param run of the block; absent if its worker died before it was whole
 * @param damagedLines that cannot be read
 * @param empty whether there is no line at all
 */
record Spooled(Optional<SpoolLine.Header> header, Optional<Run> run, int damagedLines, boolean empty) {
    UUID attempt() {
        return header.orElseThrow().attempt();
    }

    String round() {
        return header.orElseThrow().round();
    }
}
