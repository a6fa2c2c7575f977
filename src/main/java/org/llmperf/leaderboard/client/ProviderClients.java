package org.llmperf.leaderboard.client;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.trace.NanoClock;

/** Opens the client for an offering. */
public final class ProviderClients {
    private ProviderClients() {}

    /**
     * @param baseUrl where the offering is asked; the provider's own, or where its simulation runs
     * @throws IllegalArgumentException if no dialect has the provider's {@code api}, or the base URL is no HTTP address
     * @throws IllegalStateException if the provider needs a key, or its API something beside it, and there is none
     */
    public static ProviderClient open(
            Offering offering, URI baseUrl, ApiKeys keys, Limits limits, NanoClock nanos, Clock clock) {
        return open(offering, baseUrl, keys, limits, nanos, clock, false);
    }

    /**
     * As above.
     *
     * @param keepConnections for later requests, where the provider leaves them open
     */
    public static ProviderClient open(
            Offering offering,
            URI baseUrl,
            ApiKeys keys,
            Limits limits,
            NanoClock nanos,
            Clock clock,
            boolean keepConnections) {
        Provider provider = offering.provider();
        Dialect dialect = Dialects.find(provider.api())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no dialect \"" + provider.api() + "\"; there are " + Dialects.ids()));
        Endpoint endpoint =
                new Endpoint(checked(baseUrl), key(provider, keys), offering.providerModel(), offering.parameters());
        return open(dialect, endpoint, dialect.authoriser(endpoint, keys), limits, nanos, clock, keepConnections);
    }

    /** For a dialect of the program's own, that is in no provider's file. */
    public static ProviderClient open(Dialect dialect, Endpoint endpoint, Limits limits, NanoClock nanos, Clock clock) {
        return open(dialect, endpoint, Authoriser.NONE, limits, nanos, clock, false);
    }

    private static ProviderClient open(
            Dialect dialect,
            Endpoint endpoint,
            Authoriser authoriser,
            Limits limits,
            NanoClock nanos,
            Clock clock,
            boolean keepConnections) {
        HttpTransport transport = new HttpTransport(
                nanos,
                NameLookup.SYSTEM,
                Tls.system(),
                keepConnections ? Optional.of(new KeptConnections()) : Optional.empty());
        return new HttpProviderClient(dialect, endpoint, authoriser, limits, transport, clock);
    }

    private static URI checked(URI baseUrl) {
        boolean http = "http".equalsIgnoreCase(baseUrl.getScheme()) || "https".equalsIgnoreCase(baseUrl.getScheme());
        if (!http || baseUrl.getHost() == null) {
            throw new IllegalArgumentException("a base URL begins with http:// or https:// and names a host");
        }
        return baseUrl;
    }

    private static Optional<String> key(Provider provider, ApiKeys keys) {
        return provider.apiKey()
                .map(name -> keys.find(name)
                        .orElseThrow(() -> new IllegalStateException(
                                provider.name() + " needs a key, and the environment has no " + name)));
    }
}
