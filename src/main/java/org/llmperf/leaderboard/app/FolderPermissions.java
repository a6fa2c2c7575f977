package org.llmperf.leaderboard.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.campaign.CampaignConfig;
import org.llmperf.leaderboard.store.OwnerOnly;

/**
 * Warns at the start when other users can read the data folder. It is not closed by itself: somebody may have opened it on
 * purpose, for a backup.
 */
@ApplicationScoped
class FolderPermissions {
    private static final Logger LOG = Logger.getLogger(FolderPermissions.class);

    void check(@Observes StartupEvent event, CampaignConfig config) {
        try {
            OwnerOnly.exposed(Path.of(config.data())).ifPresent(LOG::warn);
        } catch (IOException e) {
            LOG.warnf("The permissions of %s cannot be read: %s", config.data(), e.getMessage());
        }
    }
}
