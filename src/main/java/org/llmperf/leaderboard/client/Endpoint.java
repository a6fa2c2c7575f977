package org.llmperf.leaderboard.client;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how one offering is asked.
 *
 * @param baseUrl the part before the dialect's own path
 * @param model in the provider's own words
 * @param parameters of the offering, sent beside the dialect's own; see {@link Dialect#call}
 */
public record Endpoint(URI baseUrl, Optional<String> apiKey, String model, Map<String, Object> parameters) {

    /**
     * The base URL with a dialect's path added, before its query if it has one.
     *
     * @param path may have a query of its own, to which the base URL's is added
     */
    public URI resolve(String path) {
        String base = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
        String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        String query = baseUrl.getRawQuery() == null ? "" : (path.contains("?") ? "&" : "?") + baseUrl.getRawQuery();
        return URI.create(baseUrl.getScheme() + "://" + baseUrl.getRawAuthority() + trimmed + path + query);
    }

    /** The header in which most APIs want the key; none if there is no key. */
    public Map<String, String> bearer() {
        return header("authorization", "Bearer ");
    }

    /** A header that holds the key behind a prefix; none if there is no key. */
    public Map<String, String> header(String name, String prefix) {
        return apiKey.map(key -> Map.of(name, prefix + key)).orElse(Map.of());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return model + " at " + baseUrl.getHost();
    }
}
