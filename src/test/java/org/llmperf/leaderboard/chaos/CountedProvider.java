package org.llmperf.leaderboard.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.llmperf.leaderboard.client.testsupport.Chunks;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.Visitor;

/** A provider that gives each request a number of its own and remembers which ones came, and which it answered to the end. */
final class CountedProvider implements AutoCloseable {
    private static final int CHUNKS = 10;
    private static final long CHUNK_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    private final String slug;
    private final FaultServer server;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> came = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    CountedProvider(String slug) {
        this.slug = slug;
        try {
            server = FaultServer.plain(this::answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void describeIn(Path registry) {
        describe(slug, server.uri(), registry);
    }

    static void describe(String slug, URI baseUrl, Path registry) {
        try {
            Files.writeString(registry.resolve(slug + ".yaml"), """
                    slug: %1$s
                    name: %1$s
                    homepage: https://example.com
                    api: openai
                    base-url: %2$s
                    models:
                      - slug: counted-model
                        model: counted-model
                    """.formatted(slug, baseUrl));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Visitor visitor) throws IOException {
        visitor.readRequest();
        String id = slug + "-" + number.incrementAndGet();
        came.add(id);
        visitor.send(Visitor.STREAM_HEAD.replace("\r\n\r\n", "\r\nx-request-id: " + id + "\r\n\r\n"));
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            LockSupport.parkNanos(CHUNK_NANOS);
            visitor.chunk(Chunks.content("word word word word word word word "));
        }
        visitor.chunk(Chunks.STOP + Chunks.DONE).endStream();
        answered.add(id);
    }

    Set<String> came() {
        return came;
    }

    Set<String> answered() {
        return answered;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
