package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
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
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;

/** Amazon Bedrock's InvokeModelWithResponseStream: each maker's own words, inside AWS's event stream. */
public final class BedrockInvokeDialect implements Dialect {

    @Override
    public String id() {
        return "bedrock-invoke";
    }

    /** Each maker has its own names; who knows them says them. */
    @Override
    public Map<String, Object> likeliestAnswer() {
        return Map.of();
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> own = InvokeBody.of(endpoint.model(), request);
        String path = "/model/" + PathSegment.of(endpoint.model()) + "/invoke-with-response-stream";
        return AwsCall.of(endpoint.resolve(path), Map.of(), RequestBody.of(own, endpoint, request));
    }

    @Override
    public Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        return BedrockKeys.authoriser(endpoint, keys);
    }

    @Override
    public EndMarker endMarker() {
        return EndMarker.NONE;
    }

    @Override
    public Answer read(List<BodyRead> body) {
        AnswerBuilder answer = new AnswerBuilder();
        EventStream.read(body, BedrockInvokeDialect::event, answer);
        return answer.build();
    }

    /** The maker's JSON in Base64 beside padding. */
    private static void event(Frame frame, AnswerBuilder answer) throws JsonProcessingException {
        if (!frame.name().equals("chunk")) {
            return;
        }
        JsonNode bytes = frame.json().path("bytes");
        if (bytes.isTextual()) {
            InvokeChunk.read(Json.tree(Base64.getDecoder().decode(bytes.asText())), frame, answer);
        } else {
            answer.malformed("a chunk without bytes");
        }
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return AwsErrors.in(body);
    }
}
