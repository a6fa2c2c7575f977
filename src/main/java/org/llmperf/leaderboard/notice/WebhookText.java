package org.llmperf.leaderboard.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.pages.Headline;
import org.llmperf.leaderboard.pages.Site;
import org.llmperf.leaderboard.store.notices.NewNotice;
import org.llmperf.leaderboard.store.notices.NoticeChannel;
import org.llmperf.leaderboard.store.notices.NoticeKind;
import org.llmperf.leaderboard.store.people.Account;

/** What webhooks carry: JSON of the shape that the Standard Webhooks specification proposes. */
@ApplicationScoped
class WebhookText {
    private final Site site;
    private final ObjectMapper json;

    WebhookText(Site site, ObjectMapper json) {
        this.site = site;
        this.json = json;
    }

    NewNotice news(Account account, NoticeKind kind, String round, Instant at, List<News> news) {
        var data = new LinkedHashMap<String, Object>();
        data.put("round", round);
        data.put("url", site.url("/rounds/" + round));
        data.put("items", news.stream().map(this::item).toList());
        return webhook(
                account,
                kind,
                Headline.of(kind, round, news.stream().map(News::item).toList()),
                at,
                data);
    }

    private Map<String, Object> item(News news) {
        var item = new LinkedHashMap<>(news.data());
        item.put("text", (news.subject() + ": " + news.words()).replace('\u00a0', ' '));
        item.put("url", site.url(news.path()));
        return item;
    }

    NewNotice test(Account account, Instant at) {
        return webhook(account, NoticeKind.TEST, "a test", at, Map.of("account", account.name()));
    }

    private NewNotice webhook(Account account, NoticeKind kind, String subject, Instant at, Object data) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", kind.id());
        body.put("timestamp", at.toString());
        body.put("data", data);
        try {
            return new NewNotice(account.id(), kind, NoticeChannel.WEBHOOK, subject, json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
