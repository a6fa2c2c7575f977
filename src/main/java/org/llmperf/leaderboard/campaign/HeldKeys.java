package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.store.SeenWorker;
import org.llmperf.leaderboard.store.Workers;

/**
 * Which API keys can be used for measuring, by name. Workers alone hold keys and publish the names of theirs; so a public
 * web process can plan a round without a secret in its environment, where an attacker would look for it.
 */
@ApplicationScoped
public class HeldKeys {
    private final CampaignConfig config;
    private final KnownRegistry registry;
    private final ApiKeys keys;
    private final Workers workers;

    public HeldKeys(CampaignConfig config, KnownRegistry registry, ApiKeys keys, Workers workers) {
        this.config = config;
        this.registry = registry;
        this.keys = keys;
        this.workers = workers;
    }

    /** The names of all keys that this process or a worker that is alive can use. */
    public Set<String> names() {
        return Stream.concat(
                        here().stream(),
                        workers.alive().stream().map(SeenWorker::keyNames).flatMap(Set::stream))
                .collect(Collectors.toSet());
    }

    /** Those in this process's own environment; none in a web process, whatever its environment holds. */
    Set<String> here() {
        if (!config.role().measures()) {
            return Set.of();
        }
        return registry.get().offerings().stream()
                .flatMap(offering -> offering.provider().apiKey().stream())
                .filter(name -> keys.find(name).isPresent())
                .collect(Collectors.toSet());
    }
}
