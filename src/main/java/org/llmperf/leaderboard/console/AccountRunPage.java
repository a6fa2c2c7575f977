package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.steering.Claims;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.Voices;

/** One run as only its provider and the maintainers see it: how its requests failed, and what to say about it. */
@Path("/account/run")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed({Permission.PROVIDER, Permission.MAINTAINER})
public class AccountRunPage {
    private final Results results;
    private final OwnRuns runs;
    private final Voices voices;
    private final Claims claims;
    private final Visitor visitor;

    /** What the form that led here did, to be confirmed beside it; {@code NOTHING} on an ordinary visit. */
    public enum Done {
        NOTHING,
        RESPONDED,
        TOOK_BACK,
        ASKED,
        WITHDREW;

        static Done of(Optional<String> id) {
            return Arrays.stream(values())
                    .filter(done -> id.filter(done.name().toLowerCase(Locale.ROOT)::equals)
                            .isPresent())
                    .findFirst()
                    .orElse(NOTHING);
        }

        Response page(UUID run, String part) {
            return Forms.next("/account/run?id=" + run + "&done=" + name().toLowerCase(Locale.ROOT) + "#" + part);
        }
    }

    record run(
            Masthead masthead,
            Desk desk,
            StoredRun it,
            List<FailureGroup> failures,
            String response,
            Done done,
            List<Claim> claims)
            implements TemplateInstance {}

    public AccountRunPage(Results results, OwnRuns runs, Voices voices, Claims claims, Visitor visitor) {
        this.results = results;
        this.runs = runs;
        this.voices = voices;
        this.claims = claims;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show(@RestQuery Optional<String> id, @RestQuery Optional<String> done) {
        Actor actor = visitor.actor();
        StoredRun found = runs.get(actor.account(), Forms.id(id));
        return new run(
                Masthead.bare(),
                new Desk(actor.account(), "/account/run"),
                found,
                FailureGroup.of(results.requests(found.id())),
                voices.response(found.id()).map(Voices.Response::text).orElse(""),
                Done.of(done),
                voices.claimsOfRun(found.id()));
    }

    /** Every one of them, where the page shows one of a kind. */
    @GET
    @Path("/failures")
    @Consumes
    @Produces("text/csv")
    public Response failures(@RestQuery Optional<String> id) {
        StoredRun found = runs.get(visitor.actor().account(), Forms.id(id));
        String name = found.roundLabel() + "-" + found.offering().model().slug() + "-failures.csv";
        return Response.ok(FailureCsv.of(FailedRequest.of(results.requests(found.id()))))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name.replace('/', '-') + "\"")
                .build();
    }

    @POST
    @Path("/respond")
    @RolesAllowed(Permission.PROVIDER_ACTS)
    public Response respond(@RestForm Optional<String> id, @RestForm Optional<String> text) {
        Actor actor = visitor.actor();
        UUID run = runs.get(actor.account(), Forms.id(id)).id();
        claims.respond(actor, run, text.orElse(""));
        return (Forms.filled(text).isPresent() ? Done.RESPONDED : Done.TOOK_BACK).page(run, "respond");
    }

    @POST
    @Path("/claim")
    @RolesAllowed(Permission.PROVIDER_ACTS)
    public Response claim(
            @RestForm Optional<String> id, @RestForm Optional<String> kind, @RestForm Optional<String> text) {
        Actor actor = visitor.actor();
        UUID run = runs.get(actor.account(), Forms.id(id)).id();
        Claim.Kind wanted = kind.orElse("").equals("repeat") ? Claim.Kind.REPEAT : Claim.Kind.DISPUTE;
        claims.open(actor, run, wanted, text.orElse(""));
        return Done.ASKED.page(run, "asked");
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed(Permission.PROVIDER_ACTS)
    public Response withdraw(@RestForm Optional<String> claim) {
        Actor actor = visitor.actor();
        Claim found = runs.claim(actor.account(), Forms.id(claim));
        claims.withdraw(actor, found);
        return Done.WITHDREW.page(found.runId(), "asked");
    }
}
