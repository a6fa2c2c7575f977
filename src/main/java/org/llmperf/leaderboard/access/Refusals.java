package org.llmperf.leaderboard.access;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.guard.Allowance;
import org.llmperf.leaderboard.guard.ClientAddress;
import org.llmperf.leaderboard.store.people.AuditEntry;
import org.llmperf.leaderboard.store.people.AuditLog;

/** Writes down what was refused: always to the log, and to the audit log as long as one address does not flood it. */
@ApplicationScoped
public class Refusals {
    /** Who is written down for somebody without an account. */
    static final String NOBODY = "somebody signed out";

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final AuditLog audit;
    private final Clock clock;
    private final Allowance lines = new Allowance(20, Duration.ofMinutes(10));

    public Refusals(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param who name of the account; absent for somebody signed out
     * @param why in words, without anything of what was sent
     */
    public void add(HttpServerRequest request, Optional<String> who, String why) {
        String client = ClientAddress.of(request);
        String subject = request.method() + " " + request.path();
        LOG.infof("refused %s of %s (%s): %s", subject, who.orElse(NOBODY), client, why);
        if (lines.take(client).isEmpty()) {
            write(new AuditEntry(
                    clock.instant(), who.orElse(NOBODY), Optional.of(client), "refused", subject, why, true));
        }
    }

    private void write(AuditEntry entry) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            audit.add(entry);
        } else {
            Infrastructure.getDefaultWorkerPool().execute(() -> audit.add(entry));
        }
    }
}
