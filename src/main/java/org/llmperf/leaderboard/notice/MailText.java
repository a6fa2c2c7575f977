package org.llmperf.leaderboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.pages.Headline;
import org.llmperf.leaderboard.pages.Site;
import org.llmperf.leaderboard.store.notices.NewNotice;
import org.llmperf.leaderboard.store.notices.NoticeChannel;
import org.llmperf.leaderboard.store.notices.NoticeKind;
import org.llmperf.leaderboard.store.people.Account;

/** What e-mails say: plain text, the figures with units and where they stand, why it came and how to end it. */
@ApplicationScoped
class MailText {
    private static final String BOARD = "LLMPerf Leaderboard";
    /** More are read on the page. */
    private static final int MOST = 100;

    private final Site site;

    MailText(Site site) {
        this.site = site;
    }

    NewNotice news(Account account, NoticeKind kind, String round, List<News> news) {
        String what = Headline.of(kind, round, news.stream().map(News::item).toList());
        String lines = news.stream()
                .limit(MOST)
                .map(one -> one.subject() + (kind == NoticeKind.FAILED_ROUND ? " " : ": ") + one.words() + "\n  "
                        + site.url(one.path()))
                .collect(Collectors.joining("\n\n"));
        String more = news.size() > MOST
                ? "\n\nAnd %d more: %s".formatted(news.size() - MOST, site.url("/rounds/" + round))
                : "";
        String why =
                "You get this because the account “%s” wants to be told of %s at this address.\nChange or end it: %s\n"
                        .formatted(account.name(), kind.title(), site.url("/account/notifications"));
        return mail(account, kind, what, Format.capitalised(what) + ".\n\n" + lines + more + "\n\n-- \n" + why);
    }

    NewNotice confirmation(Account account, String code) {
        return mail(account, NoticeKind.CONFIRMATION, "a code to confirm this address", """
                The account “%s” of the %s at %s wants to be told here what happens.

                If that is yours, enter this code there within 24 hours:

                  %s

                  %s

                If it is not, do nothing: no further message will come.
                """.formatted(
                        account.name(), BOARD, site.url("/"), code, site.url("/account/notifications")));
    }

    NewNotice test(Account account) {
        return mail(
                account, NoticeKind.TEST, "a test", """
                It works: this is what the account “%s” asked for.

                Change or end what comes here: %s
                """.formatted(account.name(), site.url("/account/notifications")));
    }

    private static NewNotice mail(Account account, NoticeKind kind, String subject, String text) {
        // spaces that do not break are for pages
        return new NewNotice(
                account.id(), kind, NoticeChannel.EMAIL, BOARD + ": " + subject, text.replace('\u00a0', ' '));
    }
}
