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
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.steering.Claims;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Voices;

/** Disputes and requests for a repeat, to be decided. */
@Path("/admin/claims")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminClaimsPage {
    private static final String HERE = "/admin/claims";
    static final int SHOWN = 100;

    private final Voices voices;
    private final OwnRuns runs;
    private final Claims claims;
    private final Visitor visitor;

    record claims(Masthead masthead, Desk desk, List<Claim> list) implements TemplateInstance {}

    public AdminClaimsPage(Voices voices, OwnRuns runs, Claims claims, Visitor visitor) {
        this.voices = voices;
        this.runs = runs;
        this.claims = claims;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show() {
        return new claims(Masthead.bare(), new Desk(visitor.actor().account(), HERE), voices.claims(SHOWN));
    }

    @POST
    @Path("/decide")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response decide(
            @RestForm Optional<String> id, @RestForm Optional<String> decision, @RestForm Optional<String> answer) {
        Actor actor = visitor.actor();
        Claim claim = runs.claim(actor.account(), Forms.id(id));
        boolean granted = decision.orElse("").equals("grant");
        claims.decide(actor, claim, granted, answer.orElse(""));
        return Forms.next(HERE);
    }
}
