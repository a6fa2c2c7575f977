package org.llmperf.leaderboard.console;

import java.util.List;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.store.people.Account;

/**
 * The top of every page behind signing in.
 *
 * @param here address of the page that it stands on
 */
public record Desk(Account account, String here) {

    public record Part(String title, String href) {}

    private static final Part TOKENS = new Part("Account", "/account/tokens");
    private static final Part SETTINGS = new Part("Notifications", "/account/notifications");
    private static final List<Part> MAINTAINER = List.of(
            new Part("Rounds", "/admin"),
            new Part("Results", "/admin/results"),
            new Part("Providers", "/admin/providers"),
            new Part("Claims", "/admin/claims"),
            new Part("Shifts", "/admin/changes"),
            new Part("Delivery log", "/admin/notifications"),
            new Part("People", "/admin/people"),
            new Part("Audit log", "/admin/audit"),
            SETTINGS,
            TOKENS);
    private static final List<Part> PROVIDER =
            List.of(new Part("Results", "/account"), new Part("Dry runs", "/account/dry-runs"), SETTINGS, TOKENS);

    public String name() {
        return account.name();
    }

    /** Whether it speaks for a provider. */
    public boolean speaks() {
        return !account.maintainer();
    }

    public List<Part> menu() {
        return account.maintainer() ? MAINTAINER : PROVIDER;
    }

    /** Without the newest round: these pages are not about it. */
    public Masthead masthead() {
        return Masthead.bare();
    }
}
