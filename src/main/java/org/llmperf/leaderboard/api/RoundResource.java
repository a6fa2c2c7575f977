package org.llmperf.leaderboard.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;

@Path("/api/v1/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rounds")
public class RoundResource {
    private final Results results;
    private final Editions editions;

    public record RoundList(List<RoundDetail.Item> items, int page, int size, long total, boolean synthetic) {}

    public RoundResource(Results results, Editions editions) {
        this.results = results;
        this.editions = editions;
    }

    @GET
    @Operation(summary = "Every published round and the one under way, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundList.class)))
    public Response list(@BeanParam PageQuery query, @Context UriInfo address) {
        Page<RoundHead> page = results.rounds(query.number(), query.size());
        return PageQuery.answer(
                page, ListBody.of(page, RoundDetail.Item::of, editions.current().synthetic()), address);
    }

    @GET
    @Path("/{label}")
    @Operation(
            summary = "One round: what became of each offering, with the ids of the published runs",
            description = "The ranked figures of a round: /api/v1/leaderboard?round=")
    public RoundDetail round(@Parameter(example = "2026-W48") @RestPath String label) {
        return results.round(label)
                .map(round -> RoundDetail.of(round, editions.current().synthetic()))
                .orElseThrow(() -> ProblemException.notFound("round", label));
    }
}
