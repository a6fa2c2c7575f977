package org.llmperf.leaderboard.client;

import java.util.List;
import java.util.Optional;

/** The OpenAI dialect, for tests that change one thing about it. */
class OpenAiVariant implements Dialect {
    private final Dialect openAi = Dialects.find("openai").orElseThrow();

    @Override
    public String id() {
        return openAi.id();
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        return openAi.call(endpoint, request);
    }

    @Override
    public EndMarker endMarker() {
        return openAi.endMarker();
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return openAi.read(body);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return openAi.readError(body);
    }
}
