package org.llmperf.leaderboard.engine;

import java.net.URI;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.simulator.Simulator;

/** Where a provider is reached while its run lasts. A simulated one is started for it, on an event loop of its own. */
public final class ProviderEndpoint implements AutoCloseable {
    private final URI baseUrl;
    private final Runnable stop;

    private ProviderEndpoint(URI baseUrl, Runnable stop) {
        this.baseUrl = baseUrl;
        this.stop = stop;
    }

    public static ProviderEndpoint open(Provider provider) {
        return provider.simulation()
                .map(settings -> Simulator.start(settings, 0))
                .map(simulator -> new ProviderEndpoint(URI.create(simulator.baseUrl()), simulator::close))
                .orElseGet(() -> new ProviderEndpoint(provider.baseUrl().orElseThrow(), () -> {}));
    }

    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        stop.run();
    }
}
