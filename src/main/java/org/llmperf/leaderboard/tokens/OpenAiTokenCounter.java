package org.llmperf.leaderboard.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.ModelType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Counts by an encoding of OpenAI's, whose vocabulary comes with the library. */
final class OpenAiTokenCounter implements TokenCounter {
    /** Reads a vocabulary when it is first asked for: the largest takes a second. */
    private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

    private final EncodingType type;
    private final Encoding encoding;

    private OpenAiTokenCounter(EncodingType type) {
        this.type = type;
        this.encoding = ENCODINGS.getEncoding(type);
    }

    /**
     * @param name of an encoding, such as {@code o200k_base}, or exactly of a model: the library would also take a model for
     *     another one whose name it begins with, and so give {@code gpt-4.1} the encoding of {@code gpt-4}, which is not its own
     * @return absent for a name that is neither
     */
    static Optional<OpenAiTokenCounter> find(String name) {
        return EncodingType.fromName(name)
                .or(() -> ModelType.fromName(name).map(ModelType::getEncodingType))
                .map(OpenAiTokenCounter::new);
    }

    static List<String> encodings() {
        return Arrays.stream(EncodingType.values()).map(EncodingType::getName).toList();
    }

    @Override
    public String id() {
        return type.getName();
    }

    /** Of the vocabulary as OpenAI publishes it, so that it can be compared with theirs. */
    @Override
    public Optional<String> sha256() {
        // the encoding for edits differs from the other of its generation by its special tokens alone
        String vocabulary = (type == EncodingType.P50K_EDIT ? EncodingType.P50K_BASE : type).getName() + ".tiktoken";
        try (InputStream file = Encodings.class.getResourceAsStream(vocabulary)) {
            return Optional.of(Sha256.of(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + vocabulary, e);
        }
    }

    /** A special token spelled out in an answer is text like any other. */
    @Override
    public int count(String text) {
        return encoding.countTokensOrdinary(text);
    }
}
