package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.store.notices.NewsItem;
import org.llmperf.leaderboard.store.notices.NoticeKind;

/** Several things of one kind in a few words, for example {@code round 2026-W48, 2 new results of alpha}. */
public final class Headline {
    private Headline() {}

    public static String of(NoticeKind kind, String round, List<NewsItem> news) {
        if (kind == NoticeKind.FAILED_ROUND) {
            return "round " + round + " failed";
        }
        Set<String> providers =
                news.stream().flatMap(one -> one.provider().stream()).collect(Collectors.toSet());
        return "round " + round + ", " + counted(news.size(), kind.title())
                + (providers.size() == 1 ? " of " + providers.iterator().next() : "");
    }

    private static String counted(int number, String plural) {
        return number + " " + (number == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
