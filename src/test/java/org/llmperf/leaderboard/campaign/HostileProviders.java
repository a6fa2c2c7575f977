package org.llmperf.leaderboard.campaign;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.llmperf.leaderboard.client.testsupport.Chunks;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/** A registry of three: a quick honest one, one that sends the key back in every way it can, and one that refuses it. */
public final class HostileProviders implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "Zq7planted9secret4KEYx";

    private final AtomicInteger asked = new AtomicInteger();
    private Simulator honest;
    private FaultServer hostile;
    private FaultServer refusing;

    /** Requests that were sent in vain. */
    static final AtomicInteger REFUSED = new AtomicInteger();

    @Override
    public Map<String, String> start() {
        honest = Simulator.start(
                new SimulatorSettings(
                        Duration.ofMillis(2), Duration.ofNanos(50_000), 0, 1, 0, Duration.ZERO, 0, 0, 0, 1),
                0);
        try {
            hostile = FaultServer.plain(this::sendBackTheKey);
            Path registry = Files.createTempDirectory("registry");
            provider(registry, "honest", honest.baseUrl(), "");
            refusing = FaultServer.plain(HostileProviders::refuse);
            provider(registry, "refusing", refusing.uri().toString(), "");
            provider(registry, "hostile", hostile.uri().toString(), "api-key: PLANTED_API_KEY\n");
            return Map.of("leaderboard.registry", registry.toString(), "PLANTED_API_KEY", KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void provider(Path folder, String slug, String baseUrl, String more) throws IOException {
        Files.writeString(folder.resolve(slug + ".yaml"), """
                slug: %1$s
                name: The <i>%1$s</i> one
                homepage: https://example.com
                api: openai
                base-url: %2$s
                %3$smodels:
                  - slug: test-model
                    model: test<script>model
                """.formatted(slug, baseUrl, more));
    }

    private void sendBackTheKey(Visitor visitor) throws IOException {
        String key = visitor.readRequest().contains("Bearer " + KEY) ? KEY : "no key came";
        String error = "{\"error\":{\"message\":\"bad key " + key + "\",\"code\":\"" + key + "\"}}";
        switch (asked.getAndIncrement() % 3) {
            case 0 ->
                visitor.send("HTTP/1.1 401 Unauthorized\r\nx-request-id: " + key + "\r\ncontent-length: "
                        + error.length() + "\r\n\r\n" + error);
            case 1 ->
                visitor.send(Visitor.STREAM_HEAD).chunk(Chunks.event(error)).endStream();
            default ->
                visitor.send(Visitor.STREAM_HEAD)
                        .chunk(Chunks.content("your key is " + key) + Chunks.STOP + Chunks.DONE)
                        .endStream();
        }
    }

    private static void refuse(Visitor visitor) throws IOException {
        visitor.readRequest();
        REFUSED.incrementAndGet();
        visitor.send("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
    }

    @Override
    public void stop() {
        try {
            honest.close();
            hostile.close();
            refusing.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
