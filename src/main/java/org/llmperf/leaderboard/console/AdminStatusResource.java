package org.llmperf.leaderboard.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.steering.BoardStatus;
import org.llmperf.leaderboard.steering.Outlook;
import org.llmperf.leaderboard.steering.RoundWatch;
import org.llmperf.leaderboard.store.AttemptProgress;

/** What the console's first page shows, for programs. */
@Path("/api/v1/admin/status")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.MAINTAINER)
@Tag(name = "admin")
public class AdminStatusResource {
    private final BoardStatus status;

    /**
     * @param underWay absent when no round is
     */
    public record Status(Optional<UnderWay> underWay, Outlook outlook) {}

    public record UnderWay(String label, Instant startedAt, List<Entry> entries, List<Event> events) {
        static UnderWay of(RoundWatch watch) {
            return new UnderWay(
                    watch.round().label(),
                    watch.round().startedAt(),
                    watch.lines().stream().map(Entry::of).toList(),
                    watch.events().stream()
                            .map(event -> new Event(event.at(), event.offering().slug(), event.what()))
                            .toList());
        }
    }

    public record Entry(
            String offering, String state, int planned, Optional<AttemptProgress> progress, Optional<String> note) {
        static Entry of(RoundWatch.Line line) {
            return new Entry(
                    line.entry().offering().slug(),
                    line.entry().state().name().toLowerCase(Locale.ROOT),
                    line.entry().plannedRequests(),
                    line.progress(),
                    line.entry().note());
        }
    }

    public record Event(Instant at, String offering, String what) {}

    public AdminStatusResource(BoardStatus status) {
        this.status = status;
    }

    @GET
    @Operation(
            summary =
                    "The round under way with its figures so far, the next one with its cost, this month's spend, health")
    public Status get() {
        return new Status(status.underWay().map(UnderWay::of), status.outlook());
    }
}
