package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.llmperf.leaderboard.registry.Registry;

/** The providers and offerings that the database knows. */
@ApplicationScoped
public class Catalogue {

    /**
     * Makes the database know what the registry says now. What the registry no longer has stays, since old runs name it, but
     * is not current any more. A database of invented results keeps its own invented registry.
     */
    @Transactional
    public void save(Registry registry) {
        if (!EditionRow.holdsSynthetic()) {
            replace(registry);
        }
    }

    static void replace(Registry registry) {
        ProviderRow.update("current = false where current");
        OfferingRow.update("current = false where current");
        registry.providers().forEach(ProviderRow::save);
        registry.offerings().forEach(OfferingRow::save);
    }
}
