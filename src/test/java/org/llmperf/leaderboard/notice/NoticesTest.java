package org.llmperf.leaderboard.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.notices.DueNotice;
import org.llmperf.leaderboard.store.notices.Notice;
import org.llmperf.leaderboard.store.notices.NoticeSettings;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.store.notices.Subscriptions;
import org.llmperf.leaderboard.testsupport.MailboxResource;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What people are told when a round is published, with a real mail server and a real receiver of webhooks. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailboxResource.class, scope = TestResourceScope.GLOBAL)
class NoticesTest {
    private static final List<String> ALL = List.of("new_result", "rank_change", "regression", "failed_run");

    GreenMail mailbox;

    @Inject
    SampleBoard board;

    @Inject
    Rounds rounds;

    @Inject
    NoticeAccounts accounts;

    @Inject
    Notifications notifications;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Outbox outbox;

    @Inject
    Dispatcher dispatcher;

    @Inject
    WebhookSender webhooks;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    private Receiver receiver;

    @BeforeEach
    void nothing_measured_and_nobody_told() throws Exception {
        board.registryOnly();
        mailbox.purgeEmailFromAllMailboxes();
        receiver = new Receiver(clock);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private void publish(int week) {
        rounds.publish(board.measured(week), clock.instant());
    }

    private List<JsonNode> told() throws IOException {
        List<JsonNode> bodies = new ArrayList<>();
        for (Receiver.Message message : receiver.messages) {
            bodies.add(json.readTree(message.body()));
        }
        return bodies;
    }

    private JsonNode ofType(String type) throws IOException {
        return told().stream()
                .filter(body -> body.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_provider_is_told_of_its_own_results_alone() throws Exception {
        Actor cedar = accounts.provider("cedar");
        accounts.subscribe(cedar, receiver);
        publish(2);
        assertThat(receiver.messages).as("before anybody looks").isEmpty();
        dispatcher.work();

        JsonNode result = ofType("new_result");
        assertThat(result.at("/data/round").asText()).isEqualTo("2026-W46");
        assertThat(result.at("/data/items")).hasSize(2);
        result.at("/data/items")
                .forEach(item -> assertThat(item.get("provider").asText()).isEqualTo("cedar"));
        JsonNode ttft = result.at("/data/items/1/figures/ttft");
        assertThat(ttft.get("unit").asText()).isEqualTo("s");
        assertThat(ttft.get("value").asDouble())
                .isBetween(ttft.get("low").asDouble(), ttft.get("high").asDouble());
        assertThat(receiver.messages)
                .allSatisfy(message ->
                        assertThat(message.body()).doesNotContain("alder").doesNotContain("Dogwood"));
        assertThat(outbox.of(cedar.account(), 10))
                .allMatch(notice -> notice.state() == Notice.State.SENT)
                .hasSameSizeAs(receiver.messages);
    }

    @Test
    void a_maintainer_is_told_of_all_and_of_what_failed_by_our_own_fault() throws Exception {
        Actor ada = accounts.maintainer();
        accounts.subscribe(ada, receiver);
        publish(1);
        dispatcher.work();
        receiver.messages.clear();
        notifications.choose(ada, List.of("failed_run", "failed_round", "rank_change"));
        publish(2);
        dispatcher.work();
        assertThat(told()).extracting(body -> body.get("type").asText()).containsOnly("failed_run", "rank_change");
        JsonNode ranks = ofType("rank_change").at("/data/items");
        assertThat(ranks.findValuesAsText("provider"))
                .as("ranked again after a suspect run")
                .contains("birch");
        JsonNode birch = ranks.get(ranks.findValuesAsText("provider").indexOf("birch"));
        assertThat(birch.has("before")).isFalse();
        assertThat(birch.at("/now/best").asInt()).isPositive();
        assertThat(birch.get("text").asText()).contains("not ranked before, rank ");
        JsonNode items = ofType("failed_run").at("/data/items");
        assertThat(Stream.of(0, 1).map(i -> items.path(i).path("reason").asText()))
                .contains("The measuring machine was stopped.");

        rounds.cancel(board.open(3), clock.instant());
        dispatcher.work();
        assertThat(ofType("failed_round").at("/data/items/0/text").asText())
                .contains("2026-W47")
                .contains("was cancelled");
    }

    @Test
    void a_receiver_that_fails_at_first_gets_it_later_with_the_same_id_signed_anew() throws Exception {
        Actor cedar = accounts.provider("cedar");
        accounts.subscribe(cedar, receiver);
        notifications.choose(cedar, List.of("new_result"));
        receiver.trouble(500, 302);
        publish(2);
        dispatcher.work();
        dispatcher.work();
        assertThat(receiver.messages).as("not again before the pause is over").hasSize(1);
        Notice waiting = outbox.of(cedar.account(), 1).get(0);
        assertThat(waiting.state()).isEqualTo(Notice.State.WAITING);
        assertThat(waiting.last().orElseThrow().status()).hasValue(500);
        assertThat(waiting.last().orElseThrow().answer()).contains("line one of 500");
        accounts.later();
        dispatcher.work();
        assertThat(receiver.messages).as("the redirect is not followed").hasSize(2);
        accounts.later();
        dispatcher.work();

        assertThat(receiver.messages).hasSize(3);
        assertThat(receiver.messages.stream().map(Receiver.Message::id).distinct())
                .containsExactly("msg_" + waiting.id());
        Notice sent = outbox.of(cedar.account(), 1).get(0);
        assertThat(sent.state()).isEqualTo(Notice.State.SENT);
        assertThat(sent.attempts()).extracting(Notice.Attempt::number).containsExactly(1, 2, 3);
        assertThat(sent.attempts())
                .extracting(attempt -> attempt.status().getAsInt())
                .containsExactly(500, 302, 200);
    }

    @Test
    void a_replayed_a_changed_and_an_old_message_can_be_told() throws Exception {
        accounts.subscribe(accounts.provider("cedar"), receiver);
        publish(2);
        dispatcher.work();
        Receiver.Message message = receiver.messages.get(0);
        assertThat(receiver.judge(message)).as("replayed").isEqualTo(409);
        assertThat(receiver.judge(new Receiver.Message(
                        message.id(), message.timestamp(), message.signature(), message.body() + " ")))
                .as("changed")
                .isEqualTo(401);
        String old = String.valueOf(Long.parseLong(message.timestamp()) - 301);
        assertThat(receiver.judge(new Receiver.Message(message.id(), old, message.signature(), message.body())))
                .as("another time")
                .isEqualTo(401);
        String secret = subscriptions
                .all()
                .get(0)
                .settings()
                .webhook()
                .map(NoticeSettings.Webhook::secret)
                .orElseThrow();
        String signature = WebhookSignature.of(secret, "msg_1", Long.parseLong(old), message.body());
        assertThat(receiver.judge(new Receiver.Message("msg_1", old, signature, message.body())))
                .as("old")
                .isEqualTo(400);
    }

    @Test
    void a_process_that_ends_between_sending_and_writing_it_down_has_it_sent_again() throws Exception {
        Actor cedar = accounts.provider("cedar");
        accounts.subscribe(cedar, receiver);
        notifications.choose(cedar, List.of());
        notifications.test(cedar);
        DueNotice taken = outbox.take(new UUID[0], true).orElseThrow();
        webhooks.send(taken, subscriptions.of(cedar.account()).webhook().orElseThrow());
        assertThat(outbox.take(new UUID[0], true))
                .as("for another one, while it may be alive")
                .isEmpty();
        accounts.later();
        dispatcher.work();
        assertThat(receiver.messages).hasSize(2);
        assertThat(receiver.messages.get(1).id())
                .isEqualTo(receiver.messages.get(0).id());
        Notice notice = outbox.of(cedar.account(), 1).get(0);
        assertThat(notice.attempts()).hasSize(2);
        assertThat(notice.attempts().get(0).endedAt()).isEmpty();
        assertThat(notice.attempts().get(1).status()).as("recognised by its id").hasValue(409);
    }

    @Test
    void what_never_arrives_is_shown_and_tried_again_by_hand() throws Exception {
        Actor cedar = accounts.provider("cedar");
        accounts.subscribe(cedar, receiver);
        notifications.test(cedar);
        receiver.trouble(503, 503, 503, 503, 503, 503, 503);
        for (int i = 0; i < 8; i++) {
            dispatcher.work();
            accounts.later();
        }
        assertThat(receiver.messages).hasSize(7);
        assertThat(outbox.failed()).isEqualTo(1);
        Notice failed =
                outbox.list(Optional.of(Notice.State.FAILED), 1, 10).items().get(0);
        notifications.tryAgain(accounts.maintainer(), failed.id());
        dispatcher.work();
        assertThat(outbox.of(cedar.account(), 1).get(0).state()).isEqualTo(Notice.State.SENT);
        assertThat(outbox.failed()).isZero();
    }

    @Test
    void a_receiver_that_is_gone_is_not_asked_again_and_one_that_is_no_longer_wanted_not_at_all() throws Exception {
        Actor cedar = accounts.provider("cedar");
        accounts.subscribe(cedar, receiver);
        notifications.test(cedar);
        receiver.trouble(410);
        dispatcher.work();
        assertThat(outbox.of(cedar.account(), 1).get(0).state()).isEqualTo(Notice.State.FAILED);
        notifications.test(cedar);
        notifications.noWebhook(cedar);
        dispatcher.work();
        assertThat(receiver.messages).hasSize(1);
        assertThat(outbox.of(cedar.account(), 1).get(0).state()).isEqualTo(Notice.State.DROPPED);
    }

    @Test
    void each_is_taken_by_one_of_two_that_look_at_the_same_time() throws Exception {
        for (Actor actor : List.of(accounts.provider("cedar"), accounts.maintainer())) {
            accounts.subscribe(actor, receiver);
            for (int i = 0; i < 4; i++) {
                notifications.test(actor);
            }
        }
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::work);
        work();
        other.get();
        Set<String> ids =
                Set.copyOf(receiver.messages.stream().map(Receiver.Message::id).toList());
        assertThat(receiver.messages).hasSize(8);
        assertThat(ids).hasSize(8);
    }

    private void work() {
        try {
            dispatcher.work();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_address_gets_nothing_but_its_code_until_the_code_is_shown() throws Exception {
        Actor cedar = accounts.provider("cedar");
        notifications.email(cedar, "new@cedar.example");
        publish(2);
        dispatcher.work();
        MimeMessage[] mails = mailbox.getReceivedMessagesForDomain("cedar.example");
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).isEqualTo("LLMPerf Leaderboard: a code to confirm this address");
        assertThat(NoticeAccounts.text(mails[0])).contains("cedar-ops").contains("If it is not, do nothing");
        assertThatExceptionOfType(RefusedException.Invalid.class)
                .isThrownBy(() -> notifications.confirm(cedar, "guessed"));
        assertThatExceptionOfType(RefusedException.Invalid.class)
                .isThrownBy(() -> notifications.email(cedar, "a@b.example\nBcc: c@d.example"));
        assertThatExceptionOfType(RefusedException.Invalid.class)
                .isThrownBy(() -> notifications.email(cedar, "a@b.example,c@d.example"));
    }

    @Test
    void an_e_mail_says_what_happened_in_figures_with_units_and_links_and_how_to_end_it() throws Exception {
        Actor cedar = accounts.provider("cedar");
        accounts.confirmed(cedar, "ops@cedar.example", mailbox);
        notifications.choose(cedar, List.of("new_result"));
        publish(2);
        dispatcher.work();
        MimeMessage mail = mailbox.getReceivedMessagesForDomain("cedar.example")[0];
        assertThat(mail.getSubject()).isEqualTo("LLMPerf Leaderboard: round 2026-W46, 2 new results of cedar");
        assertThat(mail.getAllRecipients()).hasSize(1);
        Notice notice = outbox.of(cedar.account(), 1).get(0);
        assertThat(mail.getMessageID()).startsWith("<" + notice.id() + "@");
        assertThat(mail.getContentType()).startsWith("text/plain");
        String text = NoticeAccounts.text(mail);
        assertThat(text)
                .containsPattern(
                        "llama-3\\.3-70b: first token 0\\.\\d+ s, throughput \\d+(\\.\\d)? tokens/s, success \\d+(\\.\\d)? %")
                .containsPattern("http://localhost:\\d+/runs/[0-9a-f-]{36}")
                .contains("the account “cedar-ops” wants to be told of new results")
                .containsPattern("Change or end it: http://localhost:\\d+/account/notifications");
        assertThat(notice.last().orElseThrow().target()).contains("ops@cedar.example");
    }

    @Test
    void a_mail_server_s_refusal_of_one_message_is_written_down() throws Exception {
        Actor cedar = accounts.provider("cedar");
        accounts.confirmed(cedar, "desk@cedar.example", mailbox);
        accounts.execute("update notice_setting set email = 'no body@cedar.example'");
        notifications.test(cedar);
        dispatcher.work();
        Notice notice = outbox.of(cedar.account(), 1).get(0);
        assertThat(notice.state()).isIn(Notice.State.FAILED, Notice.State.WAITING);
        assertThat(notice.last().orElseThrow().answer().orElseThrow()).isNotBlank();
    }

    @Test
    void nothing_that_an_account_may_not_know_can_be_chosen() {
        Actor cedar = accounts.provider("cedar");
        notifications.choose(cedar, ALL);
        assertThatExceptionOfType(RefusedException.Invalid.class)
                .isThrownBy(() -> notifications.choose(cedar, List.of("failed_round")));
        assertThatExceptionOfType(RefusedException.Invalid.class)
                .isThrownBy(() -> notifications.choose(cedar, List.of("confirmation")));
        assertThatExceptionOfType(RefusedException.Missing.class)
                .isThrownBy(() -> notifications.tryAgain(cedar, UUID.randomUUID()));
    }
}
