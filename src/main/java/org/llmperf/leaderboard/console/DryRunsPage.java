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
import org.llmperf.leaderboard.steering.DryRunOrders;
import org.llmperf.leaderboard.store.Results;

/** A provider tries how it would be measured, and nobody else sees it. */
@Path("/account/dry-runs")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.PROVIDER)
public class DryRunsPage {
    private static final String HERE = "/account/dry-runs";

    private final Results results;
    private final DryRunOrders orders;
    private final Visitor visitor;

    /**
     * @param open whether one of them has not ended
     */
    record list(
            Masthead masthead,
            Desk desk,
            DryRunOrders.Terms terms,
            List<String> models,
            List<DryRunView> runs,
            boolean open)
            implements TemplateInstance {}

    public DryRunsPage(Results results, DryRunOrders orders, Visitor visitor) {
        this.results = results;
        this.orders = orders;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show() {
        Actor actor = visitor.actor();
        String provider = actor.account().provider().orElseThrow();
        List<DryRunView> runs = orders.list(actor).stream().map(DryRunView::of).toList();
        return new list(
                Masthead.bare(),
                new Desk(actor.account(), HERE),
                orders.terms(),
                results.registry().offerings().stream()
                        .filter(offering -> offering.provider().slug().equals(provider))
                        .map(offering -> offering.model().slug())
                        .toList(),
                runs,
                runs.stream()
                        .anyMatch(run ->
                                run.state().equals("waiting") || run.state().equals("running")));
    }

    @POST
    @RolesAllowed(Permission.PROVIDER_ACTS)
    public Response ask(@RestForm Optional<String> model) {
        Actor actor = visitor.actor();
        orders.ask(actor, model.orElse(""));
        return Forms.next(HERE);
    }
}
