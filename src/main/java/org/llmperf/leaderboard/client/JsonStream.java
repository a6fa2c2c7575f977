package org.llmperf.leaderboard.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Reads an answer of server-sent events, each with one JSON object: what most APIs stream. What they have in common is
 * here: an end marker that is no JSON, an event named {@code error}, and that an event cut short is the connection's fault
 * while a whole one that is not JSON is the server's.
 */
public final class JsonStream {
    /** Takes what one event holds. */
    @FunctionalInterface
    public interface Events {
        void read(JsonNode object, SseEvent event, AnswerBuilder answer);
    }

    /** Finds an error in an object. */
    @FunctionalInterface
    public interface Errors {
        /**
         * @param certain whether it is known to be an error, so that an object without the usual marks is one too
         */
        Optional<ProviderError> in(JsonNode object, boolean certain);
    }

    private final Optional<String> endData;
    private final Errors errors;
    private final Events events;

    /**
     * @param endData the data of the event that ends the stream, if the API has one; the rest of the body is not read
     */
    public JsonStream(Optional<String> endData, Errors errors, Events events) {
        this.endData = endData;
        this.errors = errors;
        this.events = events;
    }

    /** Never throws for what a server sent. */
    public Answer read(List<BodyRead> body) {
        AnswerBuilder answer = new AnswerBuilder();
        read(SseReader.read(body), answer);
        return answer.build();
    }

    /** For events that were framed in another way. */
    public void read(SseReader.Events stream, AnswerBuilder answer) {
        for (SseEvent event : stream.events()) {
            if (endData.isPresent() && event.data().strip().equals(endData.get())) {
                answer.ended();
                return;
            }
            accept(event, answer);
        }
        stream.malformed().ifPresent(answer::malformed);
    }

    private void accept(SseEvent event, AnswerBuilder answer) {
        if (event.name().equals("error")) {
            answer.error(error(event.data()).orElse(new ProviderError(Optional.empty(), event.data())));
        } else if (!event.data().isBlank()) {
            read(event, answer);
        }
    }

    private void read(SseEvent event, AnswerBuilder answer) {
        try {
            JsonNode json = Json.tree(event.data());
            errors.in(json, false).ifPresent(answer::error);
            if (json.isObject()) {
                events.read(json, event, answer);
            } else {
                answer.malformed("an event that is no JSON object");
            }
        } catch (StreamConstraintsException e) {
            answer.malformed("an event of more values than are read");
        } catch (JsonProcessingException e) {
            if (event.complete()) {
                answer.malformed("an event that is not JSON");
            }
        }
    }

    private Optional<ProviderError> error(String data) {
        try {
            return errors.in(Json.tree(data), true);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The error in the body of a refused request; absent if it is not JSON or says nothing. */
    public Optional<ProviderError> readError(byte[] body) {
        try {
            return errors.in(Json.tree(body), true);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
