package org.llmperf.leaderboard.client;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Finds the end of an event that has one of given names, the empty line after its data: for APIs whose last event is known
 * by its name. The name stands in a line {@code event:}, or as the {@code type} in the data, or in both: gateways leave the
 * line out. A stream whose lines end in a bare carriage return is not understood, and ends with its body.
 */
public final class SseLastEventMarker implements EndMarker {
    private static final int LONGEST_LINE = 64;
    private static final int FIELD = "data:".length();

    private final Set<String> names;
    private final TypeWatch type;
    private final byte[] line = new byte[LONGEST_LINE];
    /** Of the line so far; a longer one names none of the events and is not kept whole. */
    private int length;

    private boolean last;

    public SseLastEventMarker(String... names) {
        this.names = Set.of(names);
        this.type = new TypeWatch(this.names);
    }

    @Override
    public boolean seenIn(byte[] bytes) {
        for (byte next : bytes) {
            if (next == '\n') {
                if (length == 0 && last) {
                    return true;
                }
                endLine();
            } else if (next != '\r') {
                // lines of data, which are nearly all bytes of a stream, are told by their first letter
                if (length >= FIELD && line[0] == 'd') {
                    last |= type.found(next);
                }
                if (length < LONGEST_LINE) {
                    line[length++] = next;
                }
            }
        }
        return false;
    }

    private void endLine() {
        if (length == 0) {
            type.reset();
        } else if (line[0] == 'e') {
            last = last || namesLast();
        }
        length = 0;
    }

    private boolean namesLast() {
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        return text.startsWith("event:")
                && names.contains(text.substring("event:".length()).strip());
    }
}
