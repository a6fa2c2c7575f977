package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.registry.RegistryReader;

/** The registry this process works with, read once at its start: a file that is edited meanwhile waits for the next one. */
@ApplicationScoped
public class KnownRegistry {
    private final Registry registry;

    /**
     * @throws org.llmperf.leaderboard.registry.InvalidRegistryException with every problem of every file
     */
    public KnownRegistry(CampaignConfig config) {
        var reader = new RegistryReader(
                Dialects.ids(), config.privateAddresses(), config.keyNames().orElse(Set.of()));
        registry = config.registry().map(reader::read).orElseGet(reader::readBuiltIn);
    }

    public Registry get() {
        return registry;
    }
}
