package org.llmperf.leaderboard.notice;

import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.store.notices.NewsItem;
import org.llmperf.leaderboard.store.notices.NoticeKind;

/**
 * One thing that happened.
 *
 * @param provider slug of the one that it concerns; absent for what concerns all
 * @param subject what it happened to, for example {@code Alpha, llama-3.3-70b}
 * @param words what happened, for people
 * @param path of the page that shows it
 * @param data the same for programs
 */
public record News(
        NoticeKind kind,
        Optional<String> provider,
        String subject,
        String words,
        String path,
        Map<String, Object> data) {

    /** What everybody may know of it. */
    NewsItem item() {
        return new NewsItem(kind, provider, subject, words, path);
    }
}
