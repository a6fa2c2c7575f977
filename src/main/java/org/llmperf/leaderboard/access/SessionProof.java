package org.llmperf.leaderboard.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What a browser shows. */
final class SessionProof extends BaseAuthenticationRequest {
    private final Secret secret;

    SessionProof(Secret secret) {
        this.secret = secret;
    }

    Secret secret() {
        return secret;
    }
}
