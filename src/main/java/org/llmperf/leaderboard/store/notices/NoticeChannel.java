package org.llmperf.leaderboard.store.notices;

import java.util.Locale;

/** By which way a notice goes. */
public enum NoticeChannel {
    EMAIL("e-mail"),
    WEBHOOK("webhook");

    private final String title;

    NoticeChannel(String title) {
        this.title = title;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }
}
