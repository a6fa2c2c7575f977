package org.llmperf.leaderboard.client;

import java.util.Optional;
import java.util.function.Function;

/** Looks up API keys by the name of their environment variable. The keys themselves are never logged or stored. */
public final class ApiKeys {
    private final Function<String, String> lookup;

    public ApiKeys(Function<String, String> lookup) {
        this.lookup = lookup;
    }

    public static ApiKeys fromEnvironment() {
        return new ApiKeys(System::getenv);
    }

    /** The key, without surrounding white space; absent when the variable is not set or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(key -> !key.isEmpty());
    }
}
