package org.llmperf.leaderboard.client;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Opens clients of the OpenAI dialect with a clock, a lookup or a trust of the test's own. */
final class ClientFixture {
    static final String KEY = "planted-key-0123456789";

    private ClientFixture() {}

    static ProviderClient open(URI base, Limits limits) {
        return open(base, limits, NanoClock.SYSTEM, NameLookup.SYSTEM, Tls.system());
    }

    static ProviderClient open(URI base, Limits limits, NanoClock nanos, NameLookup names, Tls tls) {
        return open(Dialects.find("openai").orElseThrow(), base, limits, nanos, names, tls);
    }

    static ProviderClient open(Dialect dialect, URI base, Limits limits, NanoClock nanos, NameLookup names, Tls tls) {
        return open(dialect, base, limits, new HttpTransport(nanos, names, tls));
    }

    static ProviderClient open(Dialect dialect, URI base, Limits limits, HttpTransport transport) {
        Endpoint endpoint = new Endpoint(base, Optional.of(KEY), "some-model", Map.of());
        return new HttpProviderClient(dialect, endpoint, Authoriser.NONE, limits, transport, Clock.systemUTC());
    }

    /** One that keeps connections. */
    static ProviderClient openWarm(URI base, Limits limits, Tls tls) {
        return open(
                Dialects.find("openai").orElseThrow(),
                base,
                limits,
                new HttpTransport(NanoClock.SYSTEM, NameLookup.SYSTEM, tls, Optional.of(new KeptConnections())));
    }

    /** One request to a server that follows a script. */
    static RequestTrace ask(Limits limits, FaultServer.Script script) throws Exception {
        try (FaultServer server = FaultServer.plain(script);
                ProviderClient client = open(server.uri(), limits)) {
            return ask(client);
        }
    }

    static RequestTrace ask(ProviderClient client) throws Exception {
        return client.send(Asking.hello()).get(30, TimeUnit.SECONDS);
    }
}
