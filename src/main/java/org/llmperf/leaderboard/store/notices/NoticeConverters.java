package org.llmperf.leaderboard.store.notices;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Enums stand in the database by their ids, in lower case as everywhere outside. */
final class NoticeConverters {
    private NoticeConverters() {}

    abstract static class ById<E extends Enum<E>> implements AttributeConverter<E, String> {
        private final Class<E> type;

        ById(Class<E> type) {
            this.type = type;
        }

        @Override
        public String convertToDatabaseColumn(E value) {
            return value == null ? null : value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public E convertToEntityAttribute(String id) {
            return id == null ? null : Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
        }
    }

    @Converter(autoApply = true)
    static final class OfKind extends ById<NoticeKind> {
        OfKind() {
            super(NoticeKind.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfChannel extends ById<NoticeChannel> {
        OfChannel() {
            super(NoticeChannel.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfState extends ById<Notice.State> {
        OfState() {
            super(Notice.State.class);
        }
    }
}
