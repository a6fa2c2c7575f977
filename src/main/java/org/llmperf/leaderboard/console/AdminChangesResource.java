package org.llmperf.leaderboard.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.board.Change;
import org.llmperf.leaderboard.board.Changes;

/** Figures that lie elsewhere since some round, for programs. */
@Path("/api/v1/admin/changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.MAINTAINER)
@Tag(name = "admin")
public class AdminChangesResource {
    private final Changes changes;

    /**
     * @param change share of what was before; of a success rate the difference itself
     * @param rounds of the new level so far
     */
    public record Item(
            String provider,
            String model,
            String metric,
            String unit,
            String round,
            Instant measuredAt,
            double before,
            double after,
            double change,
            boolean worse,
            int rounds) {
        static Item of(Change change) {
            return new Item(
                    change.offering().provider().slug(),
                    change.offering().model().slug(),
                    change.metric().id(),
                    change.metric().unit(),
                    change.roundLabel(),
                    change.measuredAt(),
                    change.before(),
                    change.after(),
                    change.relative(),
                    change.worse(),
                    change.rounds());
        }
    }

    public AdminChangesResource(Changes changes) {
        this.changes = changes;
    }

    @GET
    @Operation(summary = "Shifts of figures over the last 104 rounds, the newest first")
    public List<Item> list() {
        return changes.all().stream().map(Item::of).toList();
    }
}
