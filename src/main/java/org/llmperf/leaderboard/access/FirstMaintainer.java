package org.llmperf.leaderboard.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.people.Accounts;

/**
 * While there is no maintainer, each start prints a link by which whoever reads the log becomes the first one. There is no
 * password that everybody knows.
 */
@ApplicationScoped
class FirstMaintainer {
    private static final Logger LOG = Logger.getLogger(FirstMaintainer.class);

    private final Accounts accounts;
    private final Invites invites;
    private final AccessConfig config;
    private final Optional<String> publicUrl;
    private final int port;

    FirstMaintainer(
            Accounts accounts,
            Invites invites,
            AccessConfig config,
            @ConfigProperty(name = "leaderboard.url") Optional<String> publicUrl,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.accounts = accounts;
        this.invites = invites;
        this.config = config;
        this.publicUrl = publicUrl;
        this.port = port;
    }

    void onStart(@Observes StartupEvent event) {
        if (accounts.noMaintainer()) {
            LOG.infof(
                    "There is no maintainer yet. Within %d hours this link makes one, once: %s%s",
                    config.invitation().toHours(), publicUrl.orElse("http://localhost:" + port), invites.inviteFirst());
        }
    }
}
