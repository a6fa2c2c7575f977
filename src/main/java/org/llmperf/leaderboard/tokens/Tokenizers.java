package org.llmperf.leaderboard.tokens;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the tokenizer that a user names. */
public final class Tokenizers {
    /** By which LLMPerf counts for every provider. */
    public static final String DEFAULT = "llama-2";

    private Tokenizers() {}

    /**
     * @param name {@link #DEFAULT}, an encoding of OpenAI's such as {@code o200k_base}, one of OpenAI's older models, or the path of
     *     a {@code tokenizer.json}, also packed by gzip. A file is published by its name without folders and by its hash
     * @throws IllegalArgumentException in words for the user, if it is none of these or the file holds no tokenizer
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static TokenCounter find(String name) {
        return known(name).orElseGet(() -> ofFile(name));
    }

    /** As {@link #find}, without files. */
    public static Optional<TokenCounter> known(String name) {
        return name.equals(DEFAULT)
                ? Optional.of(HuggingFaceTokenCounter.llama2())
                : OpenAiTokenCounter.find(name).map(found -> found);
    }

    private static TokenCounter ofFile(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return HuggingFaceTokenCounter.read(file.getFileName().toString(), file);
            }
        } catch (InvalidPathException e) {
            throw unknown(name);
        }
        throw unknown(name);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("%s is neither a file nor a known tokenizer; known: %s, %s"
                .formatted(name, DEFAULT, String.join(", ", OpenAiTokenCounter.encodings())));
    }
}
