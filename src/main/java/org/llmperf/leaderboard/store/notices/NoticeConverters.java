package org.llmperf.leaderboard.store.notices;

import jakarta.persistence.Converter;
import org.llmperf.leaderboard.store.IdConverters;

/** The enums of notifications, by their ids. */
final class NoticeConverters {
    private NoticeConverters() {}

    @Converter(autoApply = true)
    static final class OfKind extends IdConverters.ById<NoticeKind> {
        OfKind() {
            super(NoticeKind.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfChannel extends IdConverters.ById<NoticeChannel> {
        OfChannel() {
            super(NoticeChannel.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfState extends IdConverters.ById<Notice.State> {
        OfState() {
            super(Notice.State.class);
        }
    }
}
