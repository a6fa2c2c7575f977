package org.llmperf.leaderboard.client.watsonx;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;

/** IBM Cloud's access token as a bearer: granted for the endpoint's key, or a ready one. */
final class IamAuthoriser implements Authoriser {
    /** Holds a ready token, as LiteLLM has it. */
    private static final String TOKEN = "WATSONX_TOKEN";

    /** Of another token service than IBM Cloud's, as LiteLLM has it. */
    private static final String ADDRESS = "WATSONX_IAM_URL";

    private static final String IBM_CLOUD = "https://iam.cloud.ibm.com/identity/token";

    private final OAuth2Credentials credentials;

    private IamAuthoriser(OAuth2Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * @throws IllegalStateException if there is neither a key nor a token
     */
    static Authoriser of(Endpoint endpoint, ApiKeys keys) {
        URI tokens = URI.create(keys.find(ADDRESS).orElse(IBM_CLOUD));
        Optional<OAuth2Credentials> granted = endpoint.apiKey().map(key -> fetched(new IamCredentials(tokens, key)));
        return new IamAuthoriser(granted.or(
                        () -> keys.find(TOKEN).map(token -> OAuth2Credentials.create(new AccessToken(token, null))))
                .orElseThrow(() ->
                        new IllegalStateException("watsonx needs an API key or, in " + TOKEN + ", an access token")));
    }

    /** So that no request of a run waits for it. */
    private static OAuth2Credentials fetched(OAuth2Credentials credentials) {
        try {
            credentials.refreshIfExpired();
        } catch (IOException e) {
            // each request will ask again, and tell why there is none
        }
        return credentials;
    }

    @Override
    public HttpCall authorise(HttpCall call) throws IOException {
        credentials.refreshIfExpired();
        return call.with(
                Map.of("authorization", "Bearer " + credentials.getAccessToken().getTokenValue()));
    }
}
