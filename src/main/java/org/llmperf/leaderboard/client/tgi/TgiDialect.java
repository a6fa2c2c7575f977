package org.llmperf.leaderboard.client.tgi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;

/**
 * The own API of Hugging Face's Text Generation Inference. The server has one model, so the request does not name it, and
 * it puts no conversation around the prompt; its chat API is the dialect {@code openai}.
 */
public final class TgiDialect implements Dialect {
    private static final JsonStream STREAM = new JsonStream(Optional.empty(), TgiStream::error, TgiStream::read);

    @Override
    public String id() {
        return "tgi";
    }

    /** A temperature of 0 is refused; without sampling the likeliest token is taken. */
    @Override
    public Map<String, Object> likeliestAnswer() {
        return Map.of("parameters", Map.of("do_sample", false));
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> own = Map.of(
                "inputs",
                request.prompt(),
                "parameters",
                Map.of("max_new_tokens", request.maxOutputTokens(), "details", true));
        return HttpCall.forEvents(
                endpoint.resolve("/generate_stream"), endpoint.bearer(), RequestBody.of(own, endpoint, request));
    }

    @Override
    public EndMarker endMarker() {
        return EndMarker.NONE;
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return STREAM.read(body);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return STREAM.readError(body);
    }
}
