package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.llmperf.leaderboard.store.RoundHead;

/**
 * Something about the measurement itself that is no longer as in the round before: figures on either side of it are not
 * quite comparable.
 *
 * @param round the first one that is measured in the new way
 * @param brief for within a chart
 * @param text a whole sentence
 */
public record RoundChange(String round, String brief, String text) {

    /**
     * @param newestFirst published rounds
     */
    static List<RoundChange> among(List<RoundHead> newestFirst) {
        var changes = new ArrayList<RoundChange>();
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            RoundHead before = newestFirst.get(i + 1);
            RoundHead after = newestFirst.get(i);
            add(changes, "method version", RoundHead::methodVersion, before, after);
            add(changes, "region", RoundHead::region, before, after);
            add(changes, "scenario", head -> head.scenarioId() + " v" + head.scenarioVersion(), before, after);
        }
        return changes;
    }

    private static void add(
            List<RoundChange> changes,
            String what,
            Function<RoundHead, String> value,
            RoundHead before,
            RoundHead after) {
        String is = value.apply(after);
        if (!is.equals(value.apply(before))) {
            changes.add(new RoundChange(
                    after.label(),
                    what + " " + is,
                    "From " + after.label() + " on: " + what + " " + is + ", before " + value.apply(before) + "."));
        }
    }
}
