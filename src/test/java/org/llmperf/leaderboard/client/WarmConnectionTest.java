package org.llmperf.leaderboard.client;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.TestCertificates;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.DONE;
import static org.llmperf.leaderboard.client.testsupport.Chunks.content;

/** Connections that are kept for the next request. */
class WarmConnectionTest {
    private static final String ANSWER = content("Hi") + DONE;

    private final AtomicInteger visits = new AtomicInteger();

    private static void answer(Visitor visitor) throws Exception {
        visitor.beginStream().chunk(ANSWER).endStream();
    }

    private static void answerAll(Visitor visitor) throws Exception {
        while (true) {
            answer(visitor); // until the visitor leaves
        }
    }

    /** The first connection answers once and then does something else; later ones answer. */
    private FaultServer.Script afterOneAnswer(FaultServer.Script then) {
        return visitor -> {
            if (visits.getAndIncrement() == 0) {
                answer(visitor);
                then.play(visitor);
            } else {
                answerAll(visitor);
            }
        };
    }

    @Test
    void the_next_request_finds_its_connection_ready() throws Exception {
        try (FaultServer server = FaultServer.plain(WarmConnectionTest::answerAll);
                ProviderClient client = ClientFixture.openWarm(server.uri(), Asking.PATIENT, Tls.system())) {
            RequestTrace first = ClientFixture.ask(client);
            RequestTrace second = ClientFixture.ask(client);
            RequestTrace third = ClientFixture.ask(client);

            assertThat(List.of(first, second, third)).allMatch(RequestTrace::succeeded);
            assertThat(first.timeline().instants()).containsKeys(Moment.RESOLVED, Moment.CONNECTED, Moment.SENT);
            assertThat(List.of(second, third))
                    .allSatisfy(trace -> assertThat(trace.timeline().instants().keySet())
                            .containsExactly(
                                    Moment.INTENDED,
                                    Moment.STARTED,
                                    Moment.SENT,
                                    Moment.HEADERS,
                                    Moment.FIRST_BYTE,
                                    Moment.FIRST_CONTENT,
                                    Moment.LAST_CONTENT,
                                    Moment.ENDED));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void tls_is_paid_for_once() throws Exception {
        TestCertificates certificates = TestCertificates.madeOutTo("localhost");
        try (FaultServer server = FaultServer.tls(certificates.server(), WarmConnectionTest::answerAll);
                ProviderClient client = ClientFixture.openWarm(
                        server.uri("localhost"), Asking.PATIENT, Tls.trusting(certificates.authorities()))) {
            assertThat(ClientFixture.ask(client).timeline().at(Moment.SECURED)).isPresent();
            RequestTrace second = ClientFixture.ask(client);

            assertThat(second.succeeded()).as("%s", second.failure()).isTrue();
            assertThat(second.timeline().at(Moment.SECURED)).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void requests_at_once_have_a_connection_each() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        FaultServer.Script together = visitor -> {
            visitor.readRequest();
            both.countDown();
            both.await();
            visitor.send(Visitor.STREAM_HEAD).chunk(ANSWER).endStream();
            answerAll(visitor);
        };
        try (FaultServer server = FaultServer.plain(together);
                ProviderClient client = ClientFixture.openWarm(server.uri(), Asking.PATIENT, Tls.system())) {
            CompletableFuture<RequestTrace> one = client.send(Asking.hello());
            CompletableFuture<RequestTrace> other = client.send(Asking.hello());
            one.get(30, TimeUnit.SECONDS);
            other.get(30, TimeUnit.SECONDS);
            ClientFixture.ask(client);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void fresh_or_kept_is_what_the_server_is_told() throws Exception {
        Queue<String> requests = new ConcurrentLinkedQueue<>();
        FaultServer.Script listening = visitor -> {
            requests.add(visitor.readRequest());
            visitor.send(Visitor.STREAM_HEAD).chunk(ANSWER).endStream();
        };
        try (FaultServer server = FaultServer.plain(listening);
                ProviderClient warm = ClientFixture.openWarm(server.uri(), Asking.PATIENT, Tls.system());
                ProviderClient fresh = ClientFixture.open(server.uri(), Asking.PATIENT)) {
            ClientFixture.ask(warm);
            ClientFixture.ask(fresh);
        }
        assertThat(requests.remove()).contains("connection: keep-alive").doesNotContain("connection: close");
        assertThat(requests.remove()).contains("connection: close").doesNotContain("keep-alive");
    }

    @Test
    void a_server_that_says_close_is_believed() throws Exception {
        FaultServer.Script closing = visitor -> {
            String closes = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n"
                    + "transfer-encoding: chunked\r\n\r\n";
            visitor.readRequest();
            visitor.send(closes).chunk(ANSWER).endStream().awaitClose();
        };
        assertTwoFreshConnections(closing);
    }

    @Test
    void a_body_that_goes_on_after_the_end_marker_is_not_waited_for_and_counts_to_the_marker() throws Exception {
        FaultServer.Script endless =
                visitor -> visitor.beginStream().chunk(ANSWER).awaitClose();
        assertTwoFreshConnections(endless);
    }

    private static void assertTwoFreshConnections(FaultServer.Script script) throws Exception {
        try (FaultServer server = FaultServer.plain(script);
                ProviderClient client = ClientFixture.openWarm(server.uri(), Asking.PATIENT, Tls.system())) {
            RequestTrace first = ClientFixture.ask(client);
            RequestTrace second = ClientFixture.ask(client);

            assertThat(List.of(first, second)).allSatisfy(trace -> {
                assertThat(trace.succeeded()).isTrue();
                assertThat(trace.timeline().at(Moment.CONNECTED)).isPresent();
                assertThat(trace.timeline().at(Moment.RESENT)).isEmpty();
                assertThat(trace.timeline().at(Moment.ENDED))
                        .isEqualTo(trace.timeline().at(Moment.LAST_CONTENT));
            });
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_refusal_leaves_its_connection_for_the_next_request() throws Exception {
        FaultServer.Script refusing = visitor -> {
            visitor.respond("429 Too Many Requests\r\ncontent-type: application/json", "{}");
            answerAll(visitor);
        };
        try (FaultServer server = FaultServer.plain(refusing);
                ProviderClient client = ClientFixture.openWarm(server.uri(), Asking.PATIENT, Tls.system())) {
            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.RATE_LIMITED);
            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_connection_closed_while_it_waited_is_no_failure_and_the_trace_says_so() throws Exception {
        assertSentAgain(FaultServer.plain(afterOneAnswer(Visitor::readRequest)), "127.0.0.1", Tls.system());
    }

    @Test
    void nor_is_one_that_was_reset() throws Exception {
        assertSentAgain(
                FaultServer.plain(afterOneAnswer(visitor -> {
                    visitor.readRequest();
                    visitor.reset();
                })),
                "127.0.0.1",
                Tls.system());
    }

    /** TLS says good-bye in bytes of its own, which are no answer. */
    @Test
    void nor_is_one_that_tls_closed() throws Exception {
        TestCertificates certificates = TestCertificates.madeOutTo("localhost");
        assertSentAgain(
                FaultServer.tls(certificates.server(), afterOneAnswer(Visitor::readRequest)),
                "localhost",
                Tls.trusting(certificates.authorities()));
    }

    private static void assertSentAgain(FaultServer opened, String host, Tls tls) throws Exception {
        try (FaultServer server = opened;
                ProviderClient client = ClientFixture.openWarm(server.uri(host), Asking.PATIENT, tls)) {
            assertThat(ClientFixture.ask(client).timeline().at(Moment.RESENT)).isEmpty();
            RequestTrace second = ClientFixture.ask(client);

            assertThat(second.outcome()).as("%s", second.failure()).isEqualTo(Outcome.SUCCESS);
            long resent = second.timeline().at(Moment.RESENT).orElseThrow();
            assertThat(second.timeline().at(Moment.STARTED).orElseThrow()).isLessThanOrEqualTo(resent);
            assertThat(second.timeline().at(Moment.CONNECTED).orElseThrow()).isGreaterThanOrEqualTo(resent);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void it_is_sent_again_once_and_no_more() throws Exception {
        FaultServer.Script closing = visitor -> {
            if (visits.getAndIncrement() == 0) {
                answer(visitor);
            }
            visitor.readRequest();
        };
        try (FaultServer server = FaultServer.plain(closing);
                ProviderClient client = ClientFixture.openWarm(server.uri(), Asking.PATIENT, Tls.system())) {
            ClientFixture.ask(client);

            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.TRUNCATED);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void an_answer_that_had_begun_is_the_provider_s_failure() throws Exception {
        assertFailsWithoutSendingAgain(
                Asking.PATIENT,
                visitor -> {
                    visitor.readRequest();
                    visitor.send("HTTP/1.1 200");
                },
                Outcome.TRUNCATED);
    }

    @Test
    void silence_on_a_kept_connection_is_the_provider_s_failure() throws Exception {
        assertFailsWithoutSendingAgain(Asking.SHORT_FIRST_BYTE, Visitor::hang, Outcome.FIRST_BYTE_TIMEOUT);
    }

    private void assertFailsWithoutSendingAgain(Limits limits, FaultServer.Script then, Outcome outcome)
            throws Exception {
        try (FaultServer server = FaultServer.plain(afterOneAnswer(then));
                ProviderClient client = ClientFixture.openWarm(server.uri(), limits, Tls.system())) {
            ClientFixture.ask(client);
            RequestTrace second = ClientFixture.ask(client);

            assertThat(second.outcome()).isEqualTo(outcome);
            assertThat(second.timeline().at(Moment.RESENT)).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
