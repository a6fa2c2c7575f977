package org.llmperf.leaderboard.store.notices;

import java.util.Optional;

/**
 * One thing that a round brought, in words for everybody.
 *
 * @param provider slug of the one that it concerns; absent for what concerns all
 * @param subject what it happened to, for example {@code Alpha, llama-3.3-70b}
 * @param path of the page that shows it
 */
public record NewsItem(NoticeKind kind, Optional<String> provider, String subject, String words, String path) {}
