package org.llmperf.leaderboard.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRound;

@Path("/api/v1/rounds")
@Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE})
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
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RoundList.class)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(
            @BeanParam PageQuery query,
            @Parameter(description = "json or csv; wins over the Accept header", example = "csv") @RestQuery
                    List<String> format,
            @Context HttpHeaders headers,
            @Context UriInfo address) {
        Page<RoundHead> page = results.rounds(query.number(), query.size());
        Format chosen = Format.choose(Format.TABLE, format, headers);
        Object body = chosen == Format.CSV
                ? Csv.of(page.items().stream().map(RoundCsv::row).toList())
                : ListBody.of(page, RoundDetail.Item::of, editions.current().synthetic());
        return PageQuery.answer(page, chosen.answer(body, "rounds"), address);
    }

    @GET
    @Path("/{label}")
    @Operation(
            summary = "One round: what became of each offering, with the ids of the published runs",
            description = "The ranked figures of a round: /api/v1/leaderboard?round=")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RoundDetail.class)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response round(
            @Parameter(example = "2026-W48") @RestPath String label,
            @Parameter(description = "json or csv; wins over the Accept header", example = "csv") @RestQuery
                    List<String> format,
            @Context HttpHeaders headers) {
        Format chosen = Format.choose(Format.TABLE, format, headers);
        StoredRound round = results.round(label).orElseThrow(() -> ProblemException.notFound("round", label));
        Object body = chosen == Format.CSV
                ? Csv.of(round.entries().stream()
                        .map(entry -> RoundCsv.row(label, entry))
                        .toList())
                : RoundDetail.of(round, editions.current().synthetic());
        return chosen.answer(body, label).build();
    }
}
