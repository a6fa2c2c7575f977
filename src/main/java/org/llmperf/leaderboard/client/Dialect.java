package org.llmperf.leaderboard.client;

import java.util.List;
import java.util.Optional;

/**
 * The words of one family of APIs: how a question is put and how the answer's bytes are read. Nothing here assumes
 * server-sent events or JSON; a binary framing is read from the same {@link BodyRead}s. An implementation is found through
 * {@link java.util.ServiceLoader} by its id, has no state and is called by several threads at once.
 */
public interface Dialect {

    /** As providers' files name it, for example {@code openai}. */
    String id();

    /**
     * The request for one question. The endpoint's parameters go into the body beside the dialect's own and replace those
     * of the same name; a parameter whose value is null removes it. The value {@code "{max_tokens}"} stands for the length
     * asked for, so that an API with another name for it can be served: {@code max_tokens: null} together with
     * {@code max_completion_tokens: "{max_tokens}"}.
     */
    HttpCall call(Endpoint endpoint, ProviderRequest request);

    /** A new one for each answer. */
    EndMarker endMarker();

    /**
     * Reads a body, also one that was cut anywhere. Called after the stream, off the I/O thread. Never throws for what a
     * server sent: {@link Answer#malformed} tells it, beside everything that was read before.
     */
    Answer read(List<BodyRead> body);

    /** What the body of a refused request says; absent if it is not in this API's form. */
    Optional<ProviderError> readError(byte[] body);
}
