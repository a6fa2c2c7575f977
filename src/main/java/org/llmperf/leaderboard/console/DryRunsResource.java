package org.llmperf.leaderboard.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.steering.DryRunOrders;

/** A provider's dry runs, for programs. */
@Path("/api/v1/account/dry-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.PROVIDER)
@Tag(name = "account")
public class DryRunsResource {
    private final DryRunOrders orders;
    private final Visitor visitor;

    public record Ask(Optional<String> model) {}

    public record Asked(UUID id) {}

    public DryRunsResource(DryRunOrders orders, Visitor visitor) {
        this.orders = orders;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    @Operation(summary = "The provider's own dry runs with figures and failures, the newest first")
    public List<DryRunView> list() {
        return orders.list(visitor.actor()).stream().map(DryRunView::of).toList();
    }

    @POST
    @RolesAllowed(Permission.PROVIDER_ACTS)
    @Operation(summary = "Have a few requests of the scenario measured, seen by nobody else")
    public Asked ask(Ask body) {
        Actor actor = visitor.actor();
        return new Asked(orders.ask(actor, body.model().orElse("")));
    }
}
