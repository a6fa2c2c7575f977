package org.llmperf.leaderboard.client.aws;

import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.Endpoint;

/** How Bedrock is shown who asks. */
final class BedrockKeys {
    private BedrockKeys() {}

    /**
     * A signature by the AWS credentials of the environment, unless the endpoint has a key other than their secret: that is
     * a Bedrock API key, which is sent as it is.
     */
    static Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        boolean ownKey = endpoint.apiKey().isPresent() && !endpoint.apiKey().equals(keys.find(SigV4.SECRET));
        return ownKey ? call -> call.with(endpoint.bearer()) : SigV4.of(endpoint, keys, "bedrock");
    }
}
