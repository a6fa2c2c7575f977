package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Flag;

/**
 * A doubt about a result, in words in its row.
 *
 * @param warning whether it changes what the figures are figures of
 */
public record Badge(String text, String reason, boolean warning) {

    /**
     * @param newestRound of the board, or the run's own where rounds are not compared
     */
    static List<Badge> of(StoredRun run, String newestRound) {
        var badges = new ArrayList<Badge>();
        for (Flag flag : Flag.of(run.offering(), run.summary())) {
            badges.add(new Badge(words(flag, run), flag.meaning(), flag == Flag.SIMULATED));
        }
        if (!run.roundLabel().equals(newestRound)) {
            badges.add(new Badge(
                    "from " + run.roundLabel(), "its newest published result is older than the newest round", false));
        }
        return badges;
    }

    private static String words(Flag flag, StoredRun run) {
        return switch (flag) {
            case SIMULATED, NOT_STREAMING, BURSTY, EARLY_FILLER, OFF_LENGTH -> flag.label();
            case SHORT_OUTPUTS -> run.summary().shortOutputs() + " " + flag.label();
            case COARSE_STREAM ->
                String.format(
                        Locale.ROOT,
                        "%.1f tokens per event",
                        run.summary().tokensPerEvent().orElse(0));
        };
    }
}
