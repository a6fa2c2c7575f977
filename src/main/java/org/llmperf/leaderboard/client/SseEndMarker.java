package org.llmperf.leaderboard.client;

import java.nio.charset.StandardCharsets;

/** Finds an event stream's line that is {@code data:}, any spaces, and a given word such as {@code [DONE]}. */
public final class SseEndMarker implements EndMarker {
    private static final byte[] FIELD = "data:".getBytes(StandardCharsets.US_ASCII);

    private final byte[] word;
    /** Bytes of field and word matched in this line; -1 once it can no longer be the marker. */
    private int matched;

    public SseEndMarker(String word) {
        this.word = word.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean seenIn(byte[] bytes) {
        for (byte next : bytes) {
            if (next == '\n' || next == '\r') {
                matched = 0;
            } else if (matched >= 0 && step(next)) {
                return true;
            }
        }
        return false;
    }

    private boolean step(byte next) {
        if (matched < FIELD.length) {
            matched = next == FIELD[matched] ? matched + 1 : -1;
        } else if (next == word[matched - FIELD.length]) {
            matched++;
        } else if (next != ' ' || matched > FIELD.length) {
            matched = -1;
        }
        return matched == FIELD.length + word.length;
    }
}
