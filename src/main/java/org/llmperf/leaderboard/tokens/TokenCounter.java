package org.llmperf.leaderboard.tokens;

/** Counts the tokens of a text by one tokenizer. Safe for use by several threads. */
public interface TokenCounter {

    /** Which tokenizer counts, as it is published with each run, for example {@code llama-2}. */
    String id();

    /** Tokens of the text, without any that mark its beginning or end; 0 for an empty text. */
    int count(String text);
}
