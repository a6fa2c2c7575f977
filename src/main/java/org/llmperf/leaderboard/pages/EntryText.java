package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateExtension;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRound;

/** The states of rounds and of their entries in words. */
@TemplateExtension
public final class EntryText {
    private EntryText() {}

    /** For example {@code being measured}. */
    public static String words(RoundEntry.State state) {
        return switch (state) {
            case PLANNED -> "waiting";
            case RUNNING -> "being measured";
            case MEASURED -> "measured";
            case FAILED -> "failed on our side";
            case NOT_MEASURED -> "not measured";
        };
    }

    /** As the other, knowing how far it is. */
    public static String words(RoundEntry entry) {
        if (entry.state() == RoundEntry.State.PLANNED && entry.finishedRequests() > 0) {
            return "waiting for its next block";
        }
        return cutShort(entry)
                ? "stopped after " + entry.finishedRequests() + " of " + entry.plannedRequests() + " requests"
                : words(entry.state());
    }

    /** Whether its run ended before all requests were sent, by a cap on spending or because nothing succeeded. */
    static boolean cutShort(RoundEntry entry) {
        return entry.state() == RoundEntry.State.MEASURED && entry.finishedRequests() < entry.plannedRequests();
    }

    public static String words(StoredRound.State state) {
        return switch (state) {
            case RUNNING -> "under way";
            case PUBLISHED -> "published";
            case CANCELLED -> "cancelled; no results are shown";
        };
    }

    /** Whether it has a share that a progress bar can show. */
    public static boolean moving(RoundEntry entry) {
        return entry.plannedRequests() > 0 && entry.state() != RoundEntry.State.NOT_MEASURED;
    }

    /** Where it was measured, in words that also fit when nobody told. */
    public static String place(StoredRound round) {
        return place(round.region());
    }

    public static String place(RoundHead round) {
        return place(round.region());
    }

    public static String place(String region) {
        return region.equals("unknown") ? "region unknown" : region;
    }

    public static boolean published(StoredRound round) {
        return round.state() == StoredRound.State.PUBLISHED;
    }
}
