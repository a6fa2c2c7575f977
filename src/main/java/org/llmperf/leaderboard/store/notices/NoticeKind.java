package org.llmperf.leaderboard.store.notices;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people are told of. */
public enum NoticeKind {
    NEW_RESULT("new results", "A round was published: the figures of each result."),
    RANK_CHANGE(
            "rank changes",
            "A rank, or range of ranks that figures do not tell apart, has nothing in common with the one before."),
    REGRESSION("regressions", "A figure has shifted for the worse over several rounds, by more than its usual noise."),
    FAILED_RUN("failed runs", "A run failed, is not valid, or cannot be ranked."),
    /** For maintainers. */
    FAILED_ROUND("failed rounds", "A round was cancelled, or nothing in it could be measured."),
    /** A code for an address that somebody wants to be told at. Nobody chooses it. */
    CONFIRMATION("confirmation", "A code, sent to an address that was entered."),
    /** Somebody tries whether it arrives. Nobody chooses it. */
    TEST("test", "A try, asked for by the account.");

    private final String title;
    private final String meaning;

    NoticeKind(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** As it stands in the API, in messages and in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    /** What an account can choose to be told. */
    public static List<NoticeKind> choices(boolean maintainer) {
        return Stream.of(NEW_RESULT, RANK_CHANGE, REGRESSION, FAILED_RUN, FAILED_ROUND)
                .filter(kind -> maintainer || kind != FAILED_ROUND)
                .toList();
    }

    public static Optional<NoticeKind> ofId(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
