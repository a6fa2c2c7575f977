package org.llmperf.leaderboard.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.notices.Notice;
import org.llmperf.leaderboard.store.notices.NoticeKind;
import org.llmperf.leaderboard.store.notices.NoticeSettings;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.store.notices.Subscriptions;
import org.llmperf.leaderboard.store.people.Account;

/** What an account is told and where, for programs, by the same code as its page. */
@Path("/api/v1/account/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Permission.PROVIDER, Permission.MAINTAINER})
@Tag(name = "account")
public class NotificationsResource {
    private final Notifications notifications;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Visitor visitor;

    /**
     * @param sent the newest first
     */
    public record Settings(
            List<String> kinds,
            List<String> choices,
            Optional<String> email,
            boolean confirmed,
            Optional<URI> webhook,
            List<Notice> sent) {}

    public record Kinds(List<String> kinds) {}

    public record Address(Optional<String> address) {}

    public record Code(Optional<String> code) {}

    public record NewSecret(String secret) {}

    public NotificationsResource(
            Notifications notifications, Subscriptions subscriptions, Outbox outbox, Visitor visitor) {
        this.notifications = notifications;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    @Operation(summary = "What the account is told and where, and what was sent to it")
    public Settings show() {
        Account account = visitor.actor().account();
        NoticeSettings settings = subscriptions.of(account);
        return new Settings(
                settings.kinds().stream().map(NoticeKind::id).toList(),
                NoticeKind.choices(account.maintainer()).stream()
                        .map(NoticeKind::id)
                        .toList(),
                settings.email(),
                settings.confirmed(),
                settings.webhook().map(NoticeSettings.Webhook::address),
                outbox.of(account, NotificationsPage.SHOWN));
    }

    @PUT
    @Path("/kinds")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    @Operation(summary = "Choose what to be told")
    public void choose(Kinds body) {
        act(actor -> notifications.choose(actor, body.kinds() == null ? List.of() : body.kinds()));
    }

    @PUT
    @Path("/email")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    @Operation(summary = "Be told at an e-mail address; a code is sent there first")
    public void email(Address body) {
        act(actor -> notifications.email(actor, body.address().orElse("")));
    }

    @POST
    @Path("/email/confirmation")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    @Operation(summary = "Show the code that was sent to the address")
    public void confirm(Code body) {
        act(actor -> notifications.confirm(actor, body.code().orElse("")));
    }

    @DELETE
    @Path("/email")
    @Consumes
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    @Operation(summary = "Be told no more by e-mail")
    public void noEmail() {
        act(notifications::noEmail);
    }

    @PUT
    @Path("/webhook")
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    @Operation(summary = "Be told by a webhook, with a new secret, which is shown this once")
    public NewSecret webhook(Address body) {
        Actor actor = visitor.actor();
        return new NewSecret(notifications.webhook(actor, body.address().orElse("")));
    }

    @DELETE
    @Path("/webhook")
    @Consumes
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    @Operation(summary = "Be told no more by a webhook")
    public void noWebhook() {
        act(notifications::noWebhook);
    }

    @POST
    @Path("/test")
    @Consumes
    @RolesAllowed({Permission.PROVIDER_ACTS, Permission.MAINTAINER_ACTS})
    @Operation(summary = "Have a test sent by every way that is set")
    public void test() {
        act(notifications::test);
    }

    private void act(Consumer<Actor> action) {
        Actor actor = visitor.actor();
        action.accept(actor);
    }
}
