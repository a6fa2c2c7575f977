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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.steering.Claims;
import org.llmperf.leaderboard.steering.ResultDecisions;
import org.llmperf.leaderboard.steering.RoundOrders;
import org.llmperf.leaderboard.steering.Wanted;
import org.llmperf.leaderboard.store.Annotation;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Voices;
import org.llmperf.leaderboard.store.people.AuditEntry;
import org.llmperf.leaderboard.store.people.AuditLog;

/** What the console does, for programs, by the same code. */
@Path("/api/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.MAINTAINER)
@Tag(name = "admin", description = "For maintainers, with a token of /account/tokens as Authorization: Bearer")
public class AdminResource {
    private static final int LINES = 100;

    private final RoundOrders orders;
    private final ResultDecisions decisions;
    private final Decisions decided;
    private final Claims claims;
    private final Voices voices;
    private final OwnRuns runs;
    private final AuditLog log;
    private final Visitor visitor;

    public record Reason(Optional<String> reason) {}

    /**
     * @param round whose offerings are measured again
     */
    public record Order(
            Optional<String> round, Optional<String> provider, Optional<String> model, Optional<String> reason) {
        Wanted wanted() {
            return new Wanted(Forms.filled(round), Forms.filled(provider), Forms.filled(model));
        }
    }

    public record Label(String label) {}

    public record Note(Optional<String> provider, Optional<String> day, Optional<String> text) {}

    public record NoteId(UUID id) {}

    public record Decision(boolean granted, Optional<String> answer) {}

    public AdminResource(
            RoundOrders orders,
            ResultDecisions decisions,
            Decisions decided,
            Claims claims,
            Voices voices,
            OwnRuns runs,
            AuditLog log,
            Visitor visitor) {
        this.orders = orders;
        this.decisions = decisions;
        this.decided = decided;
        this.claims = claims;
        this.voices = voices;
        this.runs = runs;
        this.log = log;
        this.visitor = visitor;
    }

    @POST
    @Path("/rounds")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Start a round: of everything, or with a reason again of what is named")
    public Label start(Order body) {
        Actor actor = visitor.actor();
        return new Label(
                body.reason().isPresent()
                        ? orders.repeat(actor, body.wanted(), body.reason().get())
                        : orders.start(actor));
    }

    @PUT
    @Path("/rounds/{label}/cancellation")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "End the round under way without publishing it")
    public void cancel(@RestPath String label, Reason body) {
        act(actor -> orders.cancel(actor, label, body.reason().orElse("")));
    }

    @PUT
    @Path("/runs/{id}/withholding")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Take a published run out of the ranking, with a reason for readers")
    public void withhold(@RestPath String id, Reason body) {
        act(actor -> decisions.withhold(actor, id(id), body.reason().orElse("")));
    }

    @DELETE
    @Path("/runs/{id}/withholding")
    @Consumes
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Take a withheld run back into the ranking, with a reason for readers")
    public void publish(@RestPath String id, @RestQuery Optional<String> reason) {
        act(actor -> decisions.publish(actor, id(id), reason.orElse("")));
    }

    @GET
    @Path("/pauses")
    @Consumes
    @Operation(summary = "The providers that rounds leave out for now, each with the reason")
    public Map<String, String> paused() {
        return decided.paused();
    }

    @PUT
    @Path("/providers/{slug}/pause")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Let rounds leave a provider out, with a reason for readers")
    public void pause(@RestPath String slug, Reason body) {
        act(actor -> decisions.pause(actor, slug, body.reason().orElse("")));
    }

    @DELETE
    @Path("/providers/{slug}/pause")
    @Consumes
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Let rounds measure a paused provider again")
    public void resume(@RestPath String slug) {
        act(actor -> decisions.resume(actor, slug));
    }

    @GET
    @Path("/notes")
    @Consumes
    @Operation(summary = "What figures over time should be read with")
    public List<Annotation> notes() {
        return decided.annotations();
    }

    @POST
    @Path("/notes")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Note what happened on a day; without a provider it holds for all")
    public NoteId annotate(Note body) {
        Actor actor = visitor.actor();
        return new NoteId(decisions.annotate(
                actor,
                Forms.filled(body.provider()),
                Forms.day(body.day()),
                body.text().orElse("")));
    }

    @DELETE
    @Path("/notes/{id}")
    @Consumes
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Remove a note")
    public void removeNote(@RestPath String id) {
        act(actor -> decisions.removeAnnotation(actor, id(id)));
    }

    @GET
    @Path("/claims")
    @Consumes
    @Operation(summary = "Disputes and requests for a repeat, the open ones first")
    public List<Claim> claims() {
        return voices.claims(LINES);
    }

    @PUT
    @Path("/claims/{id}/decision")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    @Operation(summary = "Grant or refuse a claim, with an answer for the provider")
    public void decide(@RestPath String id, Decision body) {
        act(actor -> claims.decide(
                actor,
                runs.claim(actor.account(), id(id)),
                body.granted(),
                body.answer().orElse("")));
    }

    @GET
    @Path("/audit")
    @Consumes
    @Operation(summary = "Who did what when: the newest lines of the audit log")
    public List<AuditEntry> audit() {
        return log.list(1, LINES).items();
    }

    private void act(Consumer<Actor> action) {
        Actor actor = visitor.actor();
        action.accept(actor);
    }

    private static UUID id(String text) {
        return Forms.id(Optional.of(text));
    }
}
