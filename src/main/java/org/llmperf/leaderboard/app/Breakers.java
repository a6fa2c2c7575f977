package org.llmperf.leaderboard.app;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.campaign.JournalStore;
import org.llmperf.leaderboard.notice.MailSender;
import org.llmperf.leaderboard.store.Rounds;

/** Has the log say when something is no longer tried for a while, and when it works again. Metrics of it the library keeps. */
@ApplicationScoped
class Breakers {
    private static final Logger LOG = Logger.getLogger(Breakers.class);
    private static final List<String> NAMES = List.of(JournalStore.STORING, Rounds.PUBLISHING, MailSender.MAIL);

    void watch(@Observes StartupEvent event, CircuitBreakerMaintenance breakers) {
        NAMES.forEach(name -> breakers.onStateChange(name, state -> log(name, state)));
    }

    private static void log(String name, CircuitBreakerState state) {
        if (state == CircuitBreakerState.OPEN) {
            LOG.warnf("%s: not tried for a while, since it failed some times in a row", name);
        } else if (state == CircuitBreakerState.CLOSED) {
            LOG.infof("%s: works again", name);
        }
    }
}
