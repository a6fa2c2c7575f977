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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.steering.ResultDecisions;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

/** The runs of one round, to be withheld or published again. */
@Path("/admin/results")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminResultsPage {
    private static final int ROUNDS = 12;

    private final Results results;
    private final ResultDecisions decisions;
    private final Visitor visitor;

    /**
     * @param labels of the newest published rounds, newest first
     */
    record results(Masthead masthead, Desk desk, List<String> labels, String label, List<StoredRun> runs)
            implements TemplateInstance {}

    public AdminResultsPage(Results results, ResultDecisions decisions, Visitor visitor) {
        this.results = results;
        this.decisions = decisions;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show(@RestQuery Optional<String> round) {
        List<String> labels = results.publishedLabels(ROUNDS);
        String label = round.or(() -> labels.stream().findFirst()).orElse("");
        return new results(
                Masthead.bare(),
                new Desk(visitor.actor().account(), "/admin/results"),
                labels,
                label,
                results.runsOfRound(label));
    }

    @POST
    @Path("/withhold")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response withhold(@RestForm Optional<String> run, @RestForm Optional<String> reason) {
        Actor actor = visitor.actor();
        UUID id = Forms.id(run);
        decisions.withhold(actor, id, reason.orElse(""));
        return back(id);
    }

    @POST
    @Path("/publish")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response publish(@RestForm Optional<String> run, @RestForm Optional<String> reason) {
        Actor actor = visitor.actor();
        UUID id = Forms.id(run);
        decisions.publish(actor, id, reason.orElse(""));
        return back(id);
    }

    private Response back(UUID run) {
        return Forms.next("/admin/results?round="
                + results.run(run).map(StoredRun::roundLabel).orElse(""));
    }
}
