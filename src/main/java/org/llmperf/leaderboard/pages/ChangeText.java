package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import org.llmperf.leaderboard.board.Change;

/** A shift of a figure in words. */
@TemplateExtension
public final class ChangeText {
    private ChangeText() {}

    /** For example {@code First token}. */
    public static String title(Change change) {
        return Topic.ofId(change.metric().id())
                .map(Topic::title)
                .orElse(change.metric().label());
    }

    /** For example {@code 0.31 s → 0.42 s}. */
    public static String values(Change change) {
        NumberStyle style = NumberStyle.least(change.metric());
        return style.withUnit(change.before()) + " → " + style.withUnit(change.after());
    }

    /** For example {@code +35 %}, of a success rate {@code −6.7 points}. */
    public static String difference(Change change) {
        boolean points = NumberStyle.least(change.metric()).unit().equals("%");
        return String.format(Locale.ROOT, points ? "%+.1f\u00a0points" : "%+.0f\u00a0%%", change.relative() * 100)
                .replace('-', '−');
    }

    public static String verdict(Change change) {
        return change.worse() ? "worse" : "better";
    }
}
