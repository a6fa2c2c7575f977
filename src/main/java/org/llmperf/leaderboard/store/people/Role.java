package org.llmperf.leaderboard.store.people;

import java.util.Locale;

/** What an account is for. */
public enum Role {
    /** Steers the board. */
    MAINTAINER,
    /** Sees and answers for one provider's results. */
    PROVIDER;

    /** As it stands in the database and in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
