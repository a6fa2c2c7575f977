package org.llmperf.leaderboard.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.MailboxResource;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What rounds bring beside results, from their publication to a mailbox, a receiver of webhooks and a reader of feeds. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailboxResource.class, scope = TestResourceScope.GLOBAL)
class NewsTest {
    private static final Offering ALDER = Samples.offering(Samples.ALDER, Samples.SMALL);
    private static final Offering BIRCH = Samples.offering(Samples.BIRCH, Samples.SMALL);
    private static final Offering CEDAR = Samples.offering(Samples.CEDAR, Samples.SMALL);

    GreenMail mailbox;

    @Inject
    SampleBoard board;

    @Inject
    Rounds rounds;

    @Inject
    Results results;

    @Inject
    Decisions decisions;

    @Inject
    NoticeAccounts accounts;

    @Inject
    Notifications notifications;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void nothing_measured_and_nobody_told() throws Exception {
        board.registryOnly();
        mailbox.purgeEmailFromAllMailboxes();
    }

    private static XmlPath feed(String path) {
        return given().get(path).then().statusCode(200).extract().xmlPath();
    }

    private static List<String> titles(String path) {
        return feed(path).getList("feed.entry.title");
    }

    private static String entry(XmlPath feed, String title) {
        return feed.getString("feed.entry.find{it.title=='" + title + "'}");
    }

    private void toldOfRegressions(String provider, Receiver receiver) throws Exception {
        Actor actor = accounts.provider(provider);
        accounts.confirmed(actor, "ops@" + provider + ".example", mailbox);
        accounts.subscribe(actor, receiver);
        notifications.choose(actor, List.of("regression"));
    }

    @Test
    void a_provider_that_became_slower_for_good_is_told_once_and_the_steady_one_is_not() throws Exception {
        try (Receiver alder = new Receiver(clock);
                Receiver cedar = new Receiver(clock)) {
            toldOfRegressions("alder", alder);
            toldOfRegressions("cedar", cedar);
            for (int week = 0; week < 11; week++) {
                board.publish(week, Map.of(ALDER, week < 9 ? 1.0 : 1.5, CEDAR, 1.0));
                dispatcher.work();
            }
            assertThat(alder.messages).as("two slow weeks may be bad luck").isEmpty();

            board.publish(11, Map.of(ALDER, 1.5, CEDAR, 1.0));
            dispatcher.work();
            assertThat(alder.messages).hasSize(1);
            JsonNode message = json.readTree(alder.messages.get(0).body());
            assertThat(message.get("type").asText()).isEqualTo("regression");
            JsonNode items = message.at("/data/items");
            assertThat(items.findValuesAsText("metric")).contains("ttft").doesNotContain("success_rate");
            JsonNode ttft = items.get(items.findValuesAsText("metric").indexOf("ttft"));
            assertThat(ttft.get("round").asText()).isEqualTo("2026-W53");
            assertThat(ttft.get("change").asDouble()).isBetween(0.4, 0.6);
            assertThat(ttft.get("before").asDouble()).isBetween(0.15, 0.21);

            MimeMessage[] mails = mailbox.getReceivedMessagesForDomain("alder.example");
            assertThat(mails).hasSize(1);
            assertThat(mails[0].getSubject()).endsWith("round 2027-W02, " + items.size() + " regressions of alder");
            assertThat(NoticeAccounts.text(mails[0])).contains("First token: worse since 2026-W53");

            board.publish(12, Map.of(ALDER, 1.5, CEDAR, 1.0));
            dispatcher.work();
            assertThat(alder.messages).as("not again").hasSize(1);
            assertThat(cedar.messages).as("the steady one").isEmpty();
            assertThat(mailbox.getReceivedMessages()).hasSize(1);

            String title = "Round 2027-W02, " + items.size() + " regressions of alder";
            assertThat(titles("/feed.atom")).contains(title);
            assertThat(titles("/providers/alder/feed.atom")).containsOnlyOnce(title);
            assertThat(titles("/providers/cedar/feed.atom")).noneMatch(other -> other.contains("regression"));
        }
    }

    @Test
    void feeds_tell_rank_changes_failed_runs_and_failed_rounds_though_nobody_has_an_account() throws Exception {
        rounds.publish(board.measured(1), Samples.ROUND_STARTS.get(1));
        dispatcher.work();
        rounds.publish(board.measured(2), Samples.ROUND_STARTS.get(2));
        assertThat(titles("/feed.atom"))
                .filteredOn(title -> title.contains("2026-W46"))
                .containsExactly("Round 2026-W46");
        dispatcher.work();

        XmlPath all = feed("/feed.atom");
        assertThat(all.<String>getList("feed.entry.title"))
                .as("though the feed was asked for and kept before")
                .startsWith("Round 2026-W46")
                .anyMatch(title -> title.matches("Round 2026-W46, \\d+ rank changes.*"))
                .anyMatch(title -> title.matches("Round 2026-W46, \\d+ failed runs?.*"));
        assertThat(all.<String>getList("feed.entry.id"))
                .doesNotHaveDuplicates()
                .contains(
                        "tag:localhost,2026:round:2026-W46:rank_change",
                        "tag:localhost,2026:round:2026-W46:failed_run");
        String changes =
                all.getString("feed.entry.find{it.id=='tag:localhost,2026:round:2026-W46:rank_change'}.content");
        assertThat(changes)
                .contains("figures do not tell apart")
                .contains("Birch Inference, llama-3.3-70b")
                .containsPattern("First token: not ranked before, rank \\d(–\\d)? of \\d now\\.");
        assertThat(all.getString("feed.entry.find{it.id=='tag:localhost,2026:round:2026-W46:failed_run'}.content"))
                .contains("Dogwood (simulated), llama-3.3-70b")
                .contains("The measuring machine was stopped.")
                .doesNotContain("..");

        XmlPath birch = feed("/providers/birch/feed.atom");
        assertThat(birch.<String>getList("feed.entry.id"))
                .doesNotHaveDuplicates()
                .contains("tag:localhost,2026:round:2026-W46:rank_change:birch");
        assertThat(birch.getString("feed")).doesNotContain("Dogwood").doesNotContain("Alder");

        rounds.cancel(board.open(3), Samples.ROUND_STARTS.get(3));
        dispatcher.work();
        assertThat(titles("/feed.atom").get(0)).isEqualTo("Round 2026-W47 failed");
        assertThat(entry(feed("/feed.atom"), "Round 2026-W47 failed"))
                .contains("Was cancelled; what it measured is not shown.");
        assertThat(titles("/providers/birch/feed.atom")).noneMatch(title -> title.contains("2026-W47"));
    }

    @Test
    void a_withheld_run_makes_no_news_of_ranks_that_no_provider_changed() {
        Map<Offering, Double> steady = Map.of(ALDER, 1.0, BIRCH, 1.5, CEDAR, 2.0);
        board.publish(2, steady);
        dispatch();
        UUID fastest = results.newestRun("alder", ALDER.model().slug()).orElseThrow();
        decisions.decide(fastest, true, "a wrong model was deployed", "ada", clock.instant());
        board.publish(3, steady);
        dispatch();
        assertThat(titles("/feed.atom")).noneMatch(title -> title.contains("rank change"));

        board.publish(4, Map.of(ALDER, 1.0, BIRCH, 2.0, CEDAR, 1.5));
        dispatch();
        assertThat(titles("/feed.atom")).as("two that changed places").anyMatch(title -> title.contains("rank change"));
    }

    private void dispatch() {
        try {
            dispatcher.work();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_feed_is_kept_until_something_is_published_and_its_entries_stay_as_they_are() throws Exception {
        for (int week = 1; week <= 2; week++) {
            rounds.publish(board.measured(week), Samples.ROUND_STARTS.get(week));
            dispatcher.work();
        }
        String tag = given().get("/feed.atom").header("ETag");
        String changes = entry(feed("/feed.atom"), "Round 2026-W46");
        dispatcher.work();
        given().header("If-None-Match", tag).get("/feed.atom").then().statusCode(304);

        rounds.publish(board.measured(3), Samples.ROUND_STARTS.get(3));
        dispatcher.work();
        given().header("If-None-Match", tag).get("/feed.atom").then().statusCode(200);
        assertThat(entry(feed("/feed.atom"), "Round 2026-W46")).isEqualTo(changes);
    }
}
