package org.llmperf.leaderboard.store.notices;

import java.util.UUID;

/**
 * A message that somebody is about to send.
 *
 * @param attempt how many times it has been sent, this one included
 */
public record DueNotice(
        UUID id, UUID account, NoticeKind kind, NoticeChannel channel, String subject, String body, int attempt) {}
