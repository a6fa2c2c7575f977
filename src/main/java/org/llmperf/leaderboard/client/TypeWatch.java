package org.llmperf.leaderboard.client;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Finds the {@code type} of a JSON object as its bytes come by, each looked at once. Only the object's own type counts: one
 * inside a text, or of an object within it, is of something else.
 */
final class TypeWatch {
    private static final int LONGEST = 64;

    private final Set<String> types;
    private final byte[] text = new byte[LONGEST];
    /** Of the text under way or just ended; a longer one is neither a key nor a type that is looked for. */
    private int length;

    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean typeFollows;

    TypeWatch(Set<String> types) {
        this.types = types;
    }

    /** For the next object. */
    void reset() {
        depth = 0;
        inText = false;
        escaped = false;
        typeFollows = false;
    }

    /** @return whether the byte completes one of the types */
    boolean found(byte next) {
        if (inText) {
            return within(next);
        }
        switch (next) {
            case '"' -> {
                inText = true;
                length = 0;
            }
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            case ':' -> typeFollows = depth == 1 && text().equals("type");
            case ',' -> typeFollows = false;
            default -> {}
        }
        return false;
    }

    private boolean within(byte next) {
        if (next == '"' && !escaped) {
            inText = false;
            return typeFollows && depth == 1 && types.contains(text());
        }
        escaped = next == '\\' && !escaped;
        if (length < LONGEST) {
            text[length++] = next;
        }
        return false;
    }

    private String text() {
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }
}
