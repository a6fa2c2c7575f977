package org.llmperf.leaderboard.tokens;

import java.util.Optional;

/** Counts the tokens of a text by one tokenizer. Safe for use by several threads. */
public interface TokenCounter {

    /** Which tokenizer counts, as it is published with each run, for example {@code llama-2}. */
    String id();

    /**
     * SHA-256, in hexadecimal, of the file that its vocabulary comes from, unpacked: tells apart what has the same name. Absent
     * for a counter without a file.
     */
    default Optional<String> sha256() {
        return Optional.empty();
    }

    /** Tokens of the text, without any that mark its beginning or end; 0 for an empty text. */
    int count(String text);
}
