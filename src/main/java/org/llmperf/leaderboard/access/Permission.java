package org.llmperf.leaderboard.access;

import java.util.HashSet;
import java.util.Set;
import org.llmperf.leaderboard.store.people.Account;

/** What one may do, by the names that resources ask for. Acting needs a session, or a token that may act. */
public final class Permission {
    public static final String MAINTAINER = "maintainer";
    public static final String MAINTAINER_ACTS = "maintainer:act";
    public static final String PROVIDER = "provider";
    public static final String PROVIDER_ACTS = "provider:act";

    private Permission() {}

    static Set<String> of(Account account, boolean mayAct) {
        var permissions = new HashSet<String>();
        permissions.add(account.maintainer() ? MAINTAINER : PROVIDER);
        if (mayAct) {
            permissions.add(account.maintainer() ? MAINTAINER_ACTS : PROVIDER_ACTS);
        }
        return permissions;
    }
}
