package org.llmperf.leaderboard.store.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.llmperf.leaderboard.store.CleanText;
import org.llmperf.leaderboard.store.Page;

/** Who did what when. An action writes its line in its own transaction: there is none without the other. */
@ApplicationScoped
@Transactional
public class AuditLog {
    /** Much longer than any of ours; a stranger's text may be. */
    private static final int LONGEST = 500;

    public void add(AuditEntry entry) {
        var row = new AuditRow();
        row.at = entry.at();
        row.who = fit(entry.who());
        row.client = entry.client().map(AuditLog::fit).orElse(null);
        row.action = entry.action();
        row.subject = fit(entry.subject());
        row.detail = fit(entry.detail());
        row.refused = entry.refused();
        row.persist();
    }

    /**
     * The newest first.
     *
     * @param number of the page, from 1
     */
    public Page<AuditEntry> list(int number, int size) {
        return new Page<>(
                AuditRow.listNewest(number, size).stream()
                        .map(AuditRow::toEntry)
                        .toList(),
                number,
                size,
                AuditRow.count());
    }

    private static String fit(String text) {
        return CleanText.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }
}
