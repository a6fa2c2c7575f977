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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.steering.Claims;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.Voices;
import org.llmperf.leaderboard.store.people.Account;

/** What a provider sees and says, for programs, by the same code as its pages. */
@Path("/api/v1/account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Permission.PROVIDER, Permission.MAINTAINER})
@Tag(name = "account", description = "For providers, with a token of /account/tokens as Authorization: Bearer")
public class AccountResource {
    private final Results results;
    private final OwnRuns runs;
    private final Voices voices;
    private final Claims claims;
    private final Visitor visitor;

    public record Me(String name, String role, Optional<String> provider) {}

    public record RunItem(UUID id, String round, String model, String verdict, Instant startedAt, int failed) {
        static RunItem of(StoredRun run) {
            return new RunItem(
                    run.id(),
                    run.roundLabel(),
                    run.offering().model().slug(),
                    run.verdict().status().id(),
                    run.startedAt(),
                    run.summary().started() - run.summary().succeeded());
        }
    }

    public record Text(Optional<String> text) {}

    public record NewClaim(Optional<Claim.Kind> kind, Optional<String> text) {}

    public record ClaimId(UUID id) {}

    public AccountResource(Results results, OwnRuns runs, Voices voices, Claims claims, Visitor visitor) {
        this.results = results;
        this.runs = runs;
        this.voices = voices;
        this.claims = claims;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    @Operation(summary = "Whose token this is")
    public Me me() {
        Account account = visitor.actor().account();
        return new Me(account.name(), account.role().id(), account.provider());
    }

    @GET
    @Path("/runs")
    @Consumes
    @RolesAllowed(Permission.PROVIDER)
    @Operation(summary = "The provider's own published runs, the newest first")
    public List<RunItem> runs() {
        return runs.list(provider()).stream().map(RunItem::of).toList();
    }

    @GET
    @Path("/runs/{id}/failures")
    @Consumes
    @Operation(summary = "Every request of a run that failed, with what the answer said")
    public List<FailedRequest> failures(@RestPath String id) {
        return FailedRequest.of(results.requests(run(visitor.actor(), id)));
    }

    @PUT
    @Path("/runs/{id}/response")
    @RolesAllowed(Permission.PROVIDER_ACTS)
    @Operation(summary = "Say something beside a result, to everybody; an empty text takes it back")
    public void respond(@RestPath String id, Text body) {
        Actor actor = visitor.actor();
        UUID run = run(actor, id);
        claims.respond(actor, run, body.text().orElse(""));
    }

    @GET
    @Path("/claims")
    @Consumes
    @RolesAllowed(Permission.PROVIDER)
    @Operation(summary = "The provider's disputes and requests for a repeat, the newest first")
    public List<Claim> claims() {
        return voices.claimsOfProvider(provider());
    }

    @POST
    @Path("/runs/{id}/claims")
    @RolesAllowed(Permission.PROVIDER_ACTS)
    @Operation(summary = "Dispute a result, or ask to be measured again")
    public ClaimId open(@RestPath String id, NewClaim body) {
        Actor actor = visitor.actor();
        UUID run = run(actor, id);
        return new ClaimId(claims.open(
                actor, run, body.kind().orElse(Claim.Kind.DISPUTE), body.text().orElse("")));
    }

    @DELETE
    @Path("/claims/{id}")
    @Consumes
    @RolesAllowed(Permission.PROVIDER_ACTS)
    @Operation(summary = "Withdraw a claim that is not decided")
    public void withdraw(@RestPath String id) {
        Actor actor = visitor.actor();
        Claim claim = runs.claim(actor.account(), Forms.id(Optional.of(id)));
        claims.withdraw(actor, claim);
    }

    private UUID run(Actor actor, String id) {
        return runs.get(actor.account(), Forms.id(Optional.of(id))).id();
    }

    private String provider() {
        return visitor.actor().account().provider().orElseThrow();
    }
}
