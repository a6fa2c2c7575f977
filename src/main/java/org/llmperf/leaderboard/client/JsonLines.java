package org.llmperf.leaderboard.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a body of lines apart: a line is one JSON object, alone or behind {@code data:} as in server-sent events,
 * whose other fields and comments do not matter here.
 */
public final class JsonLines {
    private static final String TOO_MUCH =
            "more than " + Limits.EVENTS + " lines, or one of more than " + Limits.words(Limits.EVENT_BYTES);

    private final List<SseEvent> events = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private JsonLines() {}

    public static SseReader.Events read(List<BodyRead> payload) {
        JsonLines lines = new JsonLines();
        try {
            for (BodyRead read : payload) {
                if (!lines.accept(read)) {
                    return new SseReader.Events(lines.events, Optional.of(TOO_MUCH));
                }
            }
        } catch (CharacterCodingException e) {
            return new SseReader.Events(lines.events, Optional.of("a line that is not UTF-8"));
        }
        if (!payload.isEmpty()) {
            lines.end(payload.get(payload.size() - 1));
        }
        return new SseReader.Events(lines.events, Optional.empty());
    }

    /** @return false once there is more than an answer may have */
    private boolean accept(BodyRead read) throws CharacterCodingException {
        for (byte next : read.bytes()) {
            if (line.size() == Limits.EVENT_BYTES || events.size() == Limits.EVENTS) {
                return false;
            }
            if (next == '\n') {
                add(read, true);
            } else {
                line.write(next);
            }
        }
        return true;
    }

    /** Half a character at the very end is the connection's fault. */
    private void end(BodyRead last) {
        try {
            add(last, false);
        } catch (CharacterCodingException e) {
            line.reset();
        }
    }

    private void add(BodyRead read, boolean complete) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString()
                .strip();
        line.reset();
        String data = text.startsWith("data:") ? text.substring("data:".length()) : text;
        if (!text.matches("(?s)(event|id|retry)?:.*") && !data.isBlank()) {
            events.add(new SseEvent("message", data, "", read.atNanos(), read.number(), complete));
        }
    }
}
