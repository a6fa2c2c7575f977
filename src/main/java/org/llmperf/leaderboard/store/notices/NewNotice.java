package org.llmperf.leaderboard.store.notices;

import java.util.UUID;

/**
 * A message to be sent.
 *
 * @param body of an e-mail the text, of a webhook the JSON
 */
public record NewNotice(UUID account, NoticeKind kind, NoticeChannel channel, String subject, String body) {}
