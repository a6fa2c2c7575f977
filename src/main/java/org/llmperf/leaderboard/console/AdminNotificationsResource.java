package org.llmperf.leaderboard.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.notices.Notice;
import org.llmperf.leaderboard.store.notices.Outbox;

/** What was sent to whom, for programs. */
@Path("/api/v1/admin/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.MAINTAINER)
@Tag(name = "admin")
public class AdminNotificationsResource {
    private static final int SIZE = 100;

    private final Outbox outbox;
    private final Notifications notifications;
    private final Visitor visitor;

    public AdminNotificationsResource(Outbox outbox, Notifications notifications, Visitor visitor) {
        this.outbox = outbox;
        this.notifications = notifications;
        this.visitor = visitor;
    }

    @GET
    @Operation(summary = "What was sent to whom, the newest first; state: waiting, sent, failed or dropped")
    public Page<Notice> list(@RestQuery Optional<String> state, @RestQuery Optional<String> page) {
        return outbox.list(NoticeText.state(state), AdminAuditPage.number(page), SIZE);
    }

    @POST
    @Path("/{id}/attempts")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Send a notification again that did not arrive")
    public void tryAgain(@RestPath String id) {
        Actor actor = visitor.actor();
        notifications.tryAgain(actor, Forms.id(Optional.of(id)));
    }
}
