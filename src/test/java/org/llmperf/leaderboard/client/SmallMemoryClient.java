package org.llmperf.leaderboard.client;

import java.net.URI;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.RequestTrace;

/** For a JVM of its own: asks each {@code DIALECT=URL} once and prints a line with the outcome. */
final class SmallMemoryClient {
    private SmallMemoryClient() {}

    public static void main(String[] servers) throws Exception {
        for (String server : servers) {
            String[] parts = server.split("=", 2);
            try (ProviderClient client = ClientFixture.open(
                    Dialects.find(parts[0]).orElseThrow(),
                    URI.create(parts[1]),
                    Asking.PATIENT,
                    NanoClock.SYSTEM,
                    NameLookup.SYSTEM,
                    Tls.system())) {
                RequestTrace trace = ClientFixture.ask(client);
                System.out.println(
                        trace.outcome() + trace.failure().map(": "::concat).orElse(""));
            }
        }
    }
}
