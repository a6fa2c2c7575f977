package org.llmperf.leaderboard.pages;

import java.util.List;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRound;

/** How far a round has come. */
public record RoundProgress(StoredRound round) {

    public String label() {
        return round.label();
    }

    public List<RoundEntry> entries() {
        return round.entries();
    }

    /** Offerings that are done with, whether it went well or not. */
    public long done() {
        return count(RoundEntry.State.MEASURED) + count(RoundEntry.State.FAILED);
    }

    /** Offerings that are to be measured at all. */
    public long total() {
        return entries().size() - count(RoundEntry.State.NOT_MEASURED);
    }

    public boolean simulated() {
        return entries().stream().anyMatch(entry -> entry.offering().provider().simulated());
    }

    private long count(RoundEntry.State state) {
        return entries().stream().filter(entry -> entry.state() == state).count();
    }
}
