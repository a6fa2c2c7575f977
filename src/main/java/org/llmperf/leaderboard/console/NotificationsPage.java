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
import org.llmperf.leaderboard.store.RefusedException;
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
     * @param refused the form that was sent and is shown again
     */
    record notifications(
            Masthead masthead,
            Desk desk,
            NoticeSettings settings,
            List<NoticeKind> choices,
            List<Notice> sent,
            Optional<String> secret,
            boolean mail,
            RefusedForm refused)
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
        return page(visitor.actor(), Optional.empty(), RefusedForm.NONE);
    }

    @POST
    @Path("/choose")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response choose(@RestForm List<String> kind) {
        return act("choose", "", actor -> notifications.choose(actor, kind));
    }

    @POST
    @Path("/email")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response email(@RestForm Optional<String> address) {
        return act("email", address.orElse(""), actor -> notifications.email(actor, address.orElse("")));
    }

    @POST
    @Path("/confirm")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response confirm(@RestForm Optional<String> code) {
        return act("confirm", code.orElse(""), actor -> notifications.confirm(actor, code.orElse("")));
    }

    @POST
    @Path("/noemail")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response noEmail() {
        return act("noemail", "", notifications::noEmail);
    }

    @POST
    @Path("/webhook")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response webhook(@RestForm Optional<String> address) {
        Actor actor = visitor.actor();
        try {
            String secret = notifications.webhook(actor, address.orElse(""));
            return Response.ok(page(actor, Optional.of(secret), RefusedForm.NONE))
                    .build();
        } catch (RefusedException e) {
            return again(actor, RefusedForm.of("webhook", address.orElse(""), e));
        }
    }

    @POST
    @Path("/nowebhook")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response noWebhook() {
        return act("nowebhook", "", notifications::noWebhook);
    }

    @POST
    @Path("/test")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    public Response test() {
        return act("test", "", notifications::test);
    }

    private Response act(String part, String given, Consumer<Actor> action) {
        Actor actor = visitor.actor();
        try {
            action.accept(actor);
            return Forms.next(HERE);
        } catch (RefusedException e) {
            return again(actor, RefusedForm.of(part, given, e));
        }
    }

    private Response again(Actor actor, RefusedForm refused) {
        return Response.status(refused.status())
                .entity(page(actor, Optional.empty(), refused))
                .build();
    }

    private TemplateInstance page(Actor actor, Optional<String> secret, RefusedForm refused) {
        return new notifications(
                Masthead.bare(),
                new Desk(actor.account(), HERE),
                subscriptions.of(actor.account()),
                NoticeKind.choices(actor.account().maintainer()),
                outbox.of(actor.account(), SHOWN),
                secret,
                greetings.mailOn(),
                refused);
    }
}
