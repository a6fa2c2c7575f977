package org.llmperf.leaderboard.store.notices;

import org.llmperf.leaderboard.store.people.Account;

/** An account that is told something. */
public record Subscriber(Account account, NoticeSettings settings) {}
