package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.JsonLines;
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.client.openai.ChatErrors;
import org.llmperf.leaderboard.client.openai.ChatStream;
import org.llmperf.leaderboard.client.tgi.TgiStream;

/**
 * An endpoint of Amazon SageMaker, with streaming. The question is LLMPerf's, for the Llama 2 models of JumpStart; a
 * container that wants plain text gets it by the parameter {@code inputs: "{prompt}"}. The answer is lines of JSON in the
 * words of TGI or of OpenAI's chat, cut anywhere into messages of AWS's event stream.
 */
public final class SageMakerDialect implements Dialect {
    private static final JsonStream STREAM =
            new JsonStream(Optional.of("[DONE]"), ChatErrors::in, SageMakerDialect::event);

    @Override
    public String id() {
        return "sagemaker";
    }

    /** A temperature of 0 is refused; without sampling the likeliest token is taken. */
    @Override
    public Map<String, Object> likeliestAnswer() {
        return Map.of("parameters", Map.of("do_sample", false));
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("inputs", List.of(List.of(Map.of("role", "user", "content", request.prompt()))));
        own.put("parameters", Map.of("max_new_tokens", request.maxOutputTokens()));
        own.put("stream", true);
        String path = "/endpoints/" + PathSegment.of(endpoint.model()) + "/invocations-response-stream";
        // as LLMPerf does: JumpStart's Llama models answer nobody who does not accept their licence
        Map<String, String> headers = Map.of("x-amzn-sagemaker-custom-attributes", "accept_eula=true");
        return AwsCall.of(endpoint.resolve(path), headers, RequestBody.of(own, endpoint, request));
    }

    @Override
    public Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        return SigV4.of(endpoint, keys, "sagemaker");
    }

    @Override
    public EndMarker endMarker() {
        return EndMarker.NONE;
    }

    @Override
    public Answer read(List<BodyRead> body) {
        AnswerBuilder answer = new AnswerBuilder();
        List<BodyRead> payload = new ArrayList<>();
        EventStream.read(body, (frame, any) -> add(frame, payload), answer);
        STREAM.read(JsonLines.read(payload), answer);
        return answer.build();
    }

    private static void add(Frame frame, List<BodyRead> payload) {
        if (frame.name().equals("PayloadPart")) {
            payload.add(new BodyRead(frame.payload(), frame.atNanos(), frame.read()));
        }
    }

    private static void event(JsonNode json, SseEvent event, AnswerBuilder answer) {
        if (json.has("token")) {
            TgiStream.read(json, event, answer);
        } else {
            ChatStream.read(json, event, answer);
        }
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return AwsErrors.in(body);
    }
}
