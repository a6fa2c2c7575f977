package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.Occurrences;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.notices.Notice;
import org.llmperf.leaderboard.store.notices.Outbox;

/** What was sent to whom, and what did not arrive. */
@Path("/admin/notifications")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminNotificationsPage {
    private static final String HERE = "/admin/notifications";
    private static final int SIZE = 50;

    private final Outbox outbox;
    private final Occurrences occurrences;
    private final Notifications notifications;
    private final Visitor visitor;

    /**
     * @param state of those that are shown; empty for all
     * @param setAside what could not be made into messages
     * @param more whether there are older ones
     */
    record notifications(
            Masthead masthead,
            Desk desk,
            Page<Notice> page,
            String state,
            long failed,
            List<Occurrences.SetAside> setAside,
            boolean more)
            implements TemplateInstance {}

    public AdminNotificationsPage(
            Outbox outbox, Occurrences occurrences, Notifications notifications, Visitor visitor) {
        this.occurrences = occurrences;
        this.outbox = outbox;
        this.notifications = notifications;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show(@RestQuery Optional<String> state, @RestQuery Optional<String> page) {
        Optional<Notice.State> wanted = NoticeText.state(state);
        Page<Notice> notices = outbox.list(wanted, AdminAuditPage.number(page), SIZE);
        return new notifications(
                Masthead.bare(),
                new Desk(visitor.actor().account(), HERE),
                notices,
                wanted.map(Notice.State::id).orElse(""),
                outbox.failed(),
                occurrences.setAside(),
                (long) notices.number() * SIZE < notices.total());
    }

    @POST
    @Path("/tell")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response tellAgain(@RestForm Optional<String> id) {
        notifications.tellAgain(visitor.actor(), Forms.id(id));
        return Forms.next(HERE);
    }

    @POST
    @Path("/again")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response tryAgain(@RestForm Optional<String> id) {
        Actor actor = visitor.actor();
        notifications.tryAgain(actor, Forms.id(id));
        return Forms.next(HERE);
    }
}
