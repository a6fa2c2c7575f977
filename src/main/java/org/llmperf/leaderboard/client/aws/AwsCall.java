package org.llmperf.leaderboard.client.aws;

import java.net.URI;
import java.util.Map;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;

/** A JSON question that is answered by an event stream. */
final class AwsCall {
    private AwsCall() {}

    static HttpCall of(URI uri, Map<String, String> headers, Map<String, Object> json) {
        HttpCall call = new HttpCall("POST", uri, headers, Json.bytes(json), EventStream.MEDIA_TYPE);
        return call.with(Map.of("content-type", "application/json"));
    }
}
