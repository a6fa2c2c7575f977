package org.llmperf.leaderboard.client;

import java.util.Optional;

/**
 * What a provider says went wrong.
 *
 * @param code its own word for it, for example {@code rate_limit_exceeded}
 */
public record ProviderError(Optional<String> code, String message) {}
