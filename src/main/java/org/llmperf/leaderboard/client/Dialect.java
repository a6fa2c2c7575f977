package org.llmperf.leaderboard.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * The request for one question. The endpoint's parameters are merged into the body by {@link RequestBody}, so that an
     * API with another name for the answer's length can be served: {@code max_tokens: null} together with
     * {@code max_completion_tokens: "{max_tokens}"}.
     */
    HttpCall call(Endpoint endpoint, ProviderRequest request);

    /**
     * Parameters for the likeliest answer, as long as it happens to be, for questions that have one right answer: no
     * randomness, and no limit of the length where the API does without one. A null takes a field away.
     */
    default Map<String, Object> likeliestAnswer() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("temperature", 0.0);
        parameters.put("max_tokens", null);
        return parameters;
    }

    /**
     * What each call is passed through before it is sent. Made once for a client; {@link #call} suffices where the proof is
     * a key in a header.
     *
     * @param keys for what is needed beside the endpoint's own key, looked up by the name of an environment variable
     * @throws IllegalStateException if something needed is missing, naming it
     */
    default Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        return Authoriser.NONE;
    }

    /**
     * The second request of an API that answers the first with the address of the stream. Both belong to the one measured
     * request: it starts with the first, its headers and first byte are the second's. Called off the I/O thread.
     *
     * @param answer the whole body of a first request that succeeded
     * @return absent if the answer is the stream itself, or gives no usable address: then it goes to {@link #read}
     */
    default Optional<HttpCall> followUp(Endpoint endpoint, byte[] answer) {
        return Optional.empty();
    }

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
