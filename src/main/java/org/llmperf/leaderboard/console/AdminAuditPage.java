package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.people.AuditEntry;
import org.llmperf.leaderboard.store.people.AuditLog;

/** Who did what when. */
@Path("/admin/audit")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminAuditPage {
    private static final int SIZE = 100;
    private static final int LAST = 1_000_000;

    private final AuditLog log;
    private final Visitor visitor;

    /**
     * @param more whether there are older lines
     */
    record audit(Masthead masthead, Desk desk, Page<AuditEntry> page, boolean more) implements TemplateInstance {}

    public AdminAuditPage(AuditLog log, Visitor visitor) {
        this.log = log;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show(@RestQuery Optional<String> page) {
        Page<AuditEntry> lines = log.list(number(page), SIZE);
        return new audit(
                Masthead.bare(),
                new Desk(visitor.actor().account(), "/admin/audit"),
                lines,
                (long) lines.number() * SIZE < lines.total());
    }

    static int number(Optional<String> page) {
        return page.filter(text -> text.matches("[1-9][0-9]{0,6}"))
                .map(Integer::parseInt)
                .filter(number -> number <= LAST)
                .orElse(1);
    }
}
