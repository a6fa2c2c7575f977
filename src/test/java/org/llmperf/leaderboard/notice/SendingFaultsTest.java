package org.llmperf.leaderboard.notice;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.notices.DueNotice;
import org.llmperf.leaderboard.store.notices.Notice;
import org.llmperf.leaderboard.store.notices.NoticeChannel;
import org.llmperf.leaderboard.store.notices.NoticeKind;
import org.llmperf.leaderboard.store.notices.NoticeSettings;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.testsupport.MailboxResource;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers that hang or refuse, and those beside them that are told all the same. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailboxResource.class, scope = TestResourceScope.GLOBAL)
class SendingFaultsTest {
    /** More than connections that a pool has for one host. */
    private static final int SILENT = 6;

    GreenMail mailbox;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Inject
    SampleBoard board;

    @Inject
    WebhookAddresses addresses;

    @Inject
    Vertx vertx;

    @Inject
    NoticeAccounts accounts;

    @Inject
    Notifications notifications;

    @Inject
    Outbox outbox;

    @Inject
    Dispatcher dispatcher;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Clock clock;

    private Receiver receiver;
    private Actor cedar;
    private Actor ada;

    @BeforeEach
    void two_accounts_of_which_one_has_a_receiver_that_answers() throws Exception {
        board.registryOnly();
        mailbox.purgeEmailFromAllMailboxes();
        receiver = new Receiver(clock);
        cedar = accounts.provider("cedar");
        ada = accounts.maintainer();
        accounts.subscribe(ada, receiver);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private List<Notice> of(Actor actor) {
        return outbox.of(actor.account(), 20);
    }

    private static ServerSocket silent() throws Exception {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private void tell(Actor actor, int times) {
        for (int i = 0; i < times; i++) {
            notifications.test(actor);
        }
    }

    private void work() {
        try {
            dispatcher.work();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_receiver_that_hangs_holds_up_its_own_messages_alone() throws Exception {
        CompletableFuture<Void> held;
        try (ServerSocket server = silent()) {
            notifications.webhook(cedar, "http://127.0.0.1:" + server.getLocalPort() + "/hook");
            tell(cedar, 2);
            held = CompletableFuture.runAsync(this::work);
            try (Socket hanging = server.accept()) {
                tell(ada, 3);
                work();
                assertThat(receiver.messages).hasSize(3);
                assertThat(hanging.isClosed()).isFalse();
                assertThat(held).as("still waits for an answer").isNotDone();
                assertThat(of(cedar))
                        .as("the second waits for the first, and takes nobody's time")
                        .extracting(notice -> notice.attempts().size())
                        .containsExactlyInAnyOrder(0, 1);
                server.close();
            }
        }
        held.get();
        assertThat(of(cedar))
                .extracting(notice -> notice.attempts().size())
                .as("when the first has failed the second is tried")
                .containsExactly(1, 1);
    }

    @Test
    void a_request_that_was_given_up_is_closed_and_silent_receivers_of_one_host_take_no_other_s_place()
            throws Exception {
        var impatient = new WebhookSender(addresses, clock, vertx, Duration.ofMillis(50));
        var closed = new CompletableFuture<Integer>();
        try (ServerSocket server = silent()) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 1; i <= SILENT; i++) {
                        try (Socket connection = server.accept()) {
                            connection.getInputStream().readAllBytes(); // until the other side closes
                        }
                    }
                    closed.complete(SILENT);
                } catch (IOException e) {
                    closed.completeExceptionally(e);
                }
            });
            var webhook = new NoticeSettings.Webhook(
                    URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook"), WebhookSignature.freshSecret());
            for (int i = 0; i < SILENT; i++) {
                var notice = new DueNotice(
                        UUID.randomUUID(), UUID.randomUUID(), NoticeKind.TEST, NoticeChannel.WEBHOOK, "s", "{}", 1);
                assertThatThrownBy(() -> impatient.send(notice, webhook)).isInstanceOf(UnreachableException.class);
            }
            assertThat(closed.get(30, TimeUnit.SECONDS)).isEqualTo(SILENT);
            reading.get();
        }
    }

    @Test
    void a_receiver_that_refuses_is_left_alone_for_a_while_and_its_messages_are_kept() throws Exception {
        int port;
        try (ServerSocket server = silent()) {
            port = server.getLocalPort();
        }
        notifications.webhook(cedar, "http://127.0.0.1:" + port + "/hook");
        tell(cedar, 5);
        tell(ada, 1);
        work();
        assertThat(of(cedar).stream().mapToInt(notice -> notice.attempts().size()))
                .as("three are tried, the others keep all their tries")
                .containsExactlyInAnyOrder(1, 1, 1, 0, 0);
        assertThat(receiver.messages).hasSize(1);

        accounts.later();
        tell(ada, 1);
        work();
        assertThat(of(cedar)).allMatch(notice -> notice.state() == Notice.State.WAITING);
        assertThat(of(cedar).stream()
                        .mapToInt(notice -> notice.attempts().size())
                        .sum())
                .isEqualTo(3);
        assertThat(receiver.messages).hasSize(2);
        assertThat(when().get(metrics).asString())
                .containsPattern("ft_circuitbreaker_state_current\\{[^}]*"
                        + cedar.account().id() + "[^}]*state=\"open\"[^}]*} 1\\.0");
    }

    @Test
    void a_mail_server_that_is_away_is_left_alone_for_a_while_and_webhooks_go_on() throws Exception {
        notifications.email(cedar, "away@cedar.example");
        accounts.execute("update notice set state = 'dropped', ended_at = now()");
        accounts.execute("update notice_setting set email_confirmed_at = now(), code_hash = null, code_until = null"
                + " where email is not null");
        mailbox.stop();
        try {
            tell(cedar, 6);
            tell(ada, 1);
            work();
            assertThat(breakers.currentState(MailSender.MAIL)).isEqualTo(CircuitBreakerState.OPEN);
            assertThat(of(cedar).stream()
                            .mapToInt(notice -> notice.attempts().size())
                            .sum())
                    .as("tries")
                    .isEqualTo(4);
            assertThat(receiver.messages).hasSize(1);
        } finally {
            mailbox.start();
            breakers.reset(MailSender.MAIL);
        }
        accounts.later();
        work();
        assertThat(mailbox.getReceivedMessagesForDomain("cedar.example")).hasSize(6);
    }
}
