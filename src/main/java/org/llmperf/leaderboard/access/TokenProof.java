package org.llmperf.leaderboard.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What a program shows. */
final class TokenProof extends BaseAuthenticationRequest {
    private final Secret secret;

    TokenProof(Secret secret) {
        this.secret = secret;
    }

    Secret secret() {
        return secret;
    }
}
