package org.llmperf.leaderboard.tokens;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Counts by any tokenizer that comes as a {@code tokenizer.json} of Hugging Face. Its vocabulary lives in native memory
 * (some 20 MB), which {@link #close()} gives back.
 */
public final class HuggingFaceTokenCounter implements TokenCounter, AutoCloseable {
    private static final String LLAMA_2 = "/tokenizers/llama-2.tokenizer.json.gz";

    /** No text is too long to be counted: the library's own default cuts at 512 tokens without a word. */
    private static final Map<String, String> COUNT_EVERYTHING =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");

    private final String id;
    private final String sha256;
    private final HuggingFaceTokenizer tokenizer;

    private HuggingFaceTokenCounter(String id, String sha256, HuggingFaceTokenizer tokenizer) {
        this.id = id;
        this.sha256 = sha256;
        this.tokenizer = tokenizer;
    }

    /**
     * The tokenizer of Llama 2, by which LLMPerf counts for every provider. Loaded with the first call (about half a second)
     * and kept for the life of the process, hence no close.
     */
    public static TokenCounter llama2() {
        return Llama2.COUNTER;
    }

    /**
     * A tokenizer of the user's choice.
     *
     * @param id under which its counts are published
     * @param tokenizerJson a {@code tokenizer.json}, or one packed by gzip if its name ends in {@code .gz}
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException naming the file, if it holds no tokenizer
     */
    public static HuggingFaceTokenCounter read(String id, Path tokenizerJson) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(tokenizerJson));
                InputStream json = tokenizerJson.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return load(id, json.readAllBytes(), tokenizerJson.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the tokenizer " + tokenizerJson, e);
        }
    }

    private static HuggingFaceTokenCounter load(String id, byte[] json, String source) {
        NativeTokenizers.prepare();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // the library looks for its native part by the thread's class loader, and remembers for ever if it finds none
        thread.setContextClassLoader(HuggingFaceTokenCounter.class.getClassLoader());
        try {
            return new HuggingFaceTokenCounter(
                    id,
                    Sha256.of(json),
                    HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), COUNT_EVERYTHING));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(source + " is not a tokenizer: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> sha256() {
        return Optional.of(sha256);
    }

    @Override
    public int count(String text) {
        return tokenizer.encode(wellFormed(text), false, false).getIds().length;
    }

    /** An answer cut in the middle of a surrogate pair is no Unicode text, and the native side would refuse it. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /** Loads when it is first asked for, once, whatever the number of threads. */
    private static final class Llama2 {
        static final HuggingFaceTokenCounter COUNTER = bundled();

        private static HuggingFaceTokenCounter bundled() {
            try (InputStream json = new GZIPInputStream(HuggingFaceTokenCounter.class.getResourceAsStream(LLAMA_2))) {
                return load(Tokenizers.DEFAULT, json.readAllBytes(), LLAMA_2);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + LLAMA_2, e);
            }
        }
    }
}
