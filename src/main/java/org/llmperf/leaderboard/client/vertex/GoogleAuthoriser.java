package org.llmperf.leaderboard.client.vertex;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;

/**
 * Google's access token as a bearer: fetched with the credentials of a file, kept, and fetched anew some minutes before it
 * expires; or a ready one, which lives for an hour at most and is used until it is refused.
 */
final class GoogleAuthoriser implements Authoriser {
    /** Holds the path of a credentials file, as all of Google's programs have it. */
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";

    /** Holds a token, as LLMPerf had it. */
    private static final String TOKEN = "GCLOUD_ACCESS_TOKEN";

    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private final GoogleCredentials credentials;

    private GoogleAuthoriser(GoogleCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The endpoint's key is a token, unless it is the file's path; without a key the file counts, then the token.
     *
     * @throws IllegalStateException if there is neither, or the file is not what it should be
     */
    static Authoriser of(Endpoint endpoint, ApiKeys keys) {
        Optional<String> file = keys.find(FILE);
        Optional<String> key = endpoint.apiKey().filter(value -> !file.equals(Optional.of(value)));
        return key.map(GoogleAuthoriser::ofToken)
                .or(() -> file.map(GoogleAuthoriser::ofFile))
                .or(() -> keys.find(TOKEN).map(GoogleAuthoriser::ofToken))
                .orElseThrow(() -> new IllegalStateException(
                        "Vertex AI needs credentials, and the environment has neither " + FILE + " nor " + TOKEN));
    }

    private static GoogleAuthoriser ofToken(String token) {
        return new GoogleAuthoriser(GoogleCredentials.create(new AccessToken(token, null)));
    }

    private static GoogleAuthoriser ofFile(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            GoogleCredentials credentials = GoogleCredentials.fromStream(file).createScoped(SCOPE);
            fetchFirst(credentials);
            return new GoogleAuthoriser(credentials);
        } catch (IOException | RuntimeException e) {
            String why = e.getClass().getSimpleName();
            throw new IllegalStateException(FILE + " names no credentials file that can be used: " + why, e);
        }
    }

    /** So that no request of a run waits for it. */
    private static void fetchFirst(GoogleCredentials credentials) {
        try {
            credentials.refreshIfExpired();
        } catch (IOException e) {
            // each request will ask again, and tell why there is none
        }
    }

    @Override
    public HttpCall authorise(HttpCall call) throws IOException {
        credentials.refreshIfExpired();
        return call.with(
                Map.of("authorization", "Bearer " + credentials.getAccessToken().getTokenValue()));
    }
}
