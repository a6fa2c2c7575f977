package org.llmperf.leaderboard.delivery;

import io.vertx.core.buffer.Buffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.store.Edition;

/**
 * A finished answer with status 200, encoded ahead.
 *
 * @param edition that it belongs to
 * @param template of its path, for example {@code /runs/{id}}; metrics are counted by it
 * @param headers beside those that depend on the encoding
 */
record Answer(
        Edition edition,
        Optional<String> template,
        List<Map.Entry<String, String>> headers,
        Map<Encoding, Buffer> bodies) {

    static Answer of(
            Edition edition, Optional<String> template, List<Map.Entry<String, String>> headers, byte[] plain) {
        Map<Encoding, Buffer> bodies = new EnumMap<>(Encoding.class);
        for (Encoding encoding : Encoding.OFFERED) {
            bodies.put(encoding, Buffer.buffer(encoding.encode(plain)));
        }
        return new Answer(edition, template, headers, bodies);
    }

    Buffer body(Encoding encoding) {
        return bodies.get(encoding);
    }

    int bytes() {
        return bodies.values().stream().mapToInt(Buffer::length).sum();
    }
}
