package org.llmperf.leaderboard.pages;

import java.util.List;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRound;

/** How far a round has come. */
public record RoundProgress(StoredRound round) {

    public String label() {
        return round.label();
    }

    /** What the round measures, in the order of measuring. */
    public List<RoundEntry> asked() {
        return round.entries().stream()
                .filter(entry -> entry.state() != RoundEntry.State.NOT_MEASURED)
                .toList();
    }

    /** What is known but not asked, mostly for want of a key. */
    public List<RoundEntry> notAsked() {
        return round.entries().stream()
                .filter(entry -> entry.state() == RoundEntry.State.NOT_MEASURED)
                .toList();
    }

    /** Offerings that are done with, whether it went well or not. */
    public long done() {
        return count(RoundEntry.State.MEASURED) + count(RoundEntry.State.FAILED);
    }

    /** Offerings that are to be measured at all. */
    public long total() {
        return asked().size();
    }

    public boolean simulated() {
        return asked().stream().anyMatch(entry -> entry.offering().provider().simulated());
    }

    public boolean onlySimulated() {
        return asked().stream().allMatch(entry -> entry.offering().provider().simulated());
    }

    private long count(RoundEntry.State state) {
        return round.entries().stream().filter(entry -> entry.state() == state).count();
    }
}
