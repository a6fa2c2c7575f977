package org.llmperf.leaderboard.client;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.TestCertificates;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.DONE;
import static org.llmperf.leaderboard.client.testsupport.Chunks.content;

class TlsTest {
    private static final FaultServer.Script ANSWER = v -> {
        v.beginStream().chunk(content("a") + content("b"));
        v.chunk(DONE).awaitClose();
    };
    private static TestCertificates local;

    @BeforeAll
    static void make() throws Exception {
        local = TestCertificates.madeOutTo("localhost", "127.0.0.1");
    }

    @Test
    void an_answer_over_tls_has_every_instant_in_order() throws Exception {
        RequestTrace trace = ask(local, ANSWER, "localhost", Asking.PATIENT, true);

        assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(Outcome.SUCCESS);
        assertThat(trace.timeline().instants())
                .containsOnlyKeys(
                        Moment.INTENDED,
                        Moment.STARTED,
                        Moment.RESOLVED,
                        Moment.CONNECTED,
                        Moment.SECURED,
                        Moment.SENT,
                        Moment.HEADERS,
                        Moment.FIRST_BYTE,
                        Moment.FIRST_CONTENT,
                        Moment.LAST_CONTENT,
                        Moment.ENDED);
        assertThat(List.copyOf(trace.timeline().instants().values())).isSorted();
    }

    @Test
    void events_of_one_record_share_stamp_and_read() throws Exception {
        RequestTrace trace = ask(local, ANSWER, "127.0.0.1", Asking.PATIENT, true);

        assertThat(trace.events()).hasSize(2);
        assertThat(trace.events().get(0)).isEqualTo(trace.events().get(1));
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused() throws Exception {
        assertThat(ask(local, ANSWER, "localhost", Asking.PATIENT, false).outcome())
                .isEqualTo(Outcome.TLS);
    }

    @Test
    void a_self_signed_certificate_is_refused() throws Exception {
        TestCertificates own = TestCertificates.selfSigned("localhost");
        RequestTrace trace = ask(own, ANSWER, "localhost", Asking.PATIENT, false);

        assertThat(trace.outcome()).isEqualTo(Outcome.TLS);
        assertThat(trace.failure().orElseThrow()).contains("unable to find valid certification path");
    }

    @Test
    void an_expired_certificate_is_refused() throws Exception {
        TestCertificates expired = TestCertificates.expired("localhost");
        RequestTrace trace = ask(expired, ANSWER, "localhost", Asking.PATIENT, true);

        assertThat(trace.outcome()).isEqualTo(Outcome.TLS);
        assertThat(trace.failure().orElseThrow()).contains("CertificateExpiredException");
    }

    @Test
    void a_certificate_made_out_to_another_host_is_refused() throws Exception {
        TestCertificates other = TestCertificates.madeOutTo("elsewhere.example");
        RequestTrace trace = ask(other, ANSWER, "localhost", Asking.PATIENT, true);

        assertThat(trace.outcome()).isEqualTo(Outcome.TLS);
        assertThat(trace.timeline().at(Moment.CONNECTED)).isPresent();
        assertThat(trace.timeline().at(Moment.SENT)).isEmpty();
    }

    @Test
    void silence_after_tls_is_a_first_byte_timeout() throws Exception {
        FaultServer.Script silent = v -> {
            v.readRequest();
            v.hang();
        };
        assertThat(ask(local, silent, "localhost", Asking.SHORT_FIRST_BYTE, true)
                        .outcome())
                .isEqualTo(Outcome.FIRST_BYTE_TIMEOUT);
    }

    @Test
    void a_server_that_does_not_speak_tls_is_told_by_what_it_does() throws Exception {
        assertThat(plainServerAskedForTls(Visitor::hang, Asking.SHORT_CONNECT)).isEqualTo(Outcome.CONNECT_TIMEOUT);
        assertThat(plainServerAskedForTls(
                        v -> v.send("HTTP/1.1 400 Bad\r\n\r\n").hang(), Asking.PATIENT))
                .isEqualTo(Outcome.TLS);
        assertThat(plainServerAskedForTls(v -> v.readByte().reset(), Asking.PATIENT))
                .isEqualTo(Outcome.TLS);
        assertThat(plainServerAskedForTls(v -> {}, Asking.PATIENT)).isEqualTo(Outcome.TLS);
    }

    @Test
    void a_handshake_that_is_cut_half_way_is_told_as_such() throws Exception {
        FaultServer.Script half = v -> {
            v.readByte();
            v.send(new byte[] {22, 3, 3, 0, 122, 2, 0}).hang(); // of a server's hello that should have 122 bytes
        };
        FaultServer.Script cut = v -> {
            v.readByte();
            v.send(new byte[] {22, 3, 3, 0, 122, 2, 0}).reset();
        };
        assertThat(plainServerAskedForTls(half, Asking.SHORT_CONNECT)).isEqualTo(Outcome.CONNECT_TIMEOUT);
        assertThat(plainServerAskedForTls(cut, Asking.PATIENT)).isEqualTo(Outcome.TLS);
    }

    private static Outcome plainServerAskedForTls(FaultServer.Script script, Limits limits) throws Exception {
        try (FaultServer server = FaultServer.plain(script);
                ProviderClient client =
                        ClientFixture.open(URI.create(server.uri().toString().replace("http:", "https:")), limits)) {
            return ClientFixture.ask(client).outcome();
        }
    }

    private static RequestTrace ask(
            TestCertificates certificates, FaultServer.Script script, String host, Limits limits, boolean trusted)
            throws Exception {
        Tls tls = trusted ? Tls.trusting(certificates.authorities()) : Tls.system();
        try (FaultServer server = FaultServer.tls(certificates.server(), script);
                ProviderClient client =
                        ClientFixture.open(server.uri(host), limits, NanoClock.SYSTEM, NameLookup.SYSTEM, tls)) {
            return ClientFixture.ask(client);
        }
    }
}
