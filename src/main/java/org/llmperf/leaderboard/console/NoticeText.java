package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateExtension;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.llmperf.leaderboard.store.notices.Notice;

/** What became of notifications, in words. */
@TemplateExtension
final class NoticeText {
    private NoticeText() {}

    static String words(Notice.State state) {
        return switch (state) {
            case WAITING -> "on its way";
            case SENT -> "arrived";
            case FAILED -> "did not arrive";
            case DROPPED -> "no longer wanted";
        };
    }

    /** What was said to one attempt. */
    static String words(Notice.Attempt attempt) {
        if (attempt.endedAt().isEmpty()) {
            return "being sent, or its process ended before it knew";
        }
        OptionalInt status = attempt.status();
        String answer = attempt.answer().orElse("");
        return status.isEmpty()
                ? answer
                : answer.isEmpty() ? "status " + status.getAsInt() : status.getAsInt() + ": " + answer;
    }

    /** Absent for an address without it, or with none of them. */
    static Optional<Notice.State> state(Optional<String> id) {
        return Stream.of(Notice.State.values())
                .filter(state -> id.filter(state.id()::equals).isPresent())
                .findFirst();
    }
}
