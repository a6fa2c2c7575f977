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
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.notice.Greetings;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.notices.Notice;
import org.llmperf.leaderboard.store.notices.NoticeKind;
import org.llmperf.leaderboard.store.notices.NoticeSettings;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.store.notices.Subscriptions;

/** What an account is told, and where. */
@Path("/account/notifications")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed({Permission.PROVIDER, Permission.MAINTAINER})
public class NotificationsPage {
    private static final String HERE = "/account/notifications";
    static final int SHOWN = 20;

    private final Notifications notifications;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Greetings greetings;
    private final Visitor visitor;

    /**
     * @param secret of the webhook, made just now, never to be seen again
     * @param mail whether this program sends e-mail
     */
    record notifications(
            Masthead masthead,
            Desk desk,
            NoticeSettings settings,
            List<NoticeKind> choices,
            List<Notice> sent,
            Optional<String> secret,
            boolean mail)
            implements TemplateInstance {}

    public NotificationsPage(
            Notifications notifications,
            Subscriptions subscriptions,
            Outbox outbox,
            Greetings greetings,
            Visitor visitor) {
        this.notifications = notifications;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.greetings = greetings;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show() {
        return page(visitor.actor(), Optional.empty());
    }

    @POST
    @Path("/choose")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response choose(@RestForm List<String> kind) {
        return act(actor -> notifications.choose(actor, kind));
    }

    @POST
    @Path("/email")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response email(@RestForm Optional<String> address) {
        return act(actor -> notifications.email(actor, address.orElse("")));
    }

    @POST
    @Path("/confirm")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response confirm(@RestForm Optional<String> code) {
        return act(actor -> notifications.confirm(actor, code.orElse("")));
    }

    @POST
    @Path("/noemail")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response noEmail() {
        return act(notifications::noEmail);
    }

    @POST
    @Path("/webhook")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public TemplateInstance webhook(@RestForm Optional<String> address) {
        Actor actor = visitor.actor();
        String secret = notifications.webhook(actor, address.orElse(""));
        return page(actor, Optional.of(secret));
    }

    @POST
    @Path("/nowebhook")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response noWebhook() {
        return act(notifications::noWebhook);
    }

    @POST
    @Path("/test")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response test() {
        return act(notifications::test);
    }

    private Response act(Consumer<Actor> action) {
        Actor actor = visitor.actor();
        action.accept(actor);
        return Forms.next(HERE);
    }

    private TemplateInstance page(Actor actor, Optional<String> secret) {
        return new notifications(
                Masthead.bare(),
                new Desk(actor.account(), HERE),
                subscriptions.of(actor.account()),
                NoticeKind.choices(actor.account().maintainer()),
                outbox.of(actor.account(), SHOWN),
                secret,
                greetings.mailOn());
    }
}
