package org.llmperf.leaderboard.client.watsonx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import org.llmperf.leaderboard.client.Json;

/**
 * IBM's access tokens, each granted for an API key. That they are kept, and fetched anew some minutes before they expire by
 * one thread for all, is the library's doing.
 */
final class IamCredentials extends OAuth2Credentials {
    private static final long serialVersionUID = 1;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI tokens;
    private final String key;

    IamCredentials(URI tokens, String key) {
        this.tokens = tokens;
        this.key = key;
    }

    @Override
    public AccessToken refreshAccessToken() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(tokens)
                .timeout(LIMIT)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=" + encoded("urn:ibm:params:oauth:grant-type:apikey") + "&apikey=" + encoded(key)))
                .build();
        HttpResponse<String> response = send(request);
        JsonNode answer = json(response.body());
        String token = Json.word(answer, "access_token")
                .orElseThrow(() -> new IOException("no token from " + tokens.getHost() + ", HTTP "
                        + response.statusCode() + ": "
                        + Json.word(answer, "errorMessage", "errorCode").orElse("no reason given")));
        long expires = answer.path("expiration").asLong();
        return new AccessToken(
                token, expires > 0 ? new Date(Duration.ofSeconds(expires).toMillis()) : null);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HttpClient.newBuilder().connectTimeout(LIMIT).build().send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode json(String body) throws IOException {
        try {
            return Json.tree(body);
        } catch (JsonProcessingException e) {
            throw new IOException("no token: an answer that is no JSON", e);
        }
    }
}
