package org.llmperf.leaderboard.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;

@Path("/api/v1/leaderboard")
@Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE})
@Tag(name = "leaderboard")
public class LeaderboardResource {
    private final Results results;
    private final Boards boards;
    private final Editions editions;

    public LeaderboardResource(Results results, Boards boards, Editions editions) {
        this.results = results;
        this.boards = boards;
        this.editions = editions;
    }

    /** In one transaction, so that its questions share a connection and what was read already is not read again. */
    @GET
    @Reading
    @Operation(
            summary = "The ranked board of one model by one metric",
            description =
                    "The newest published run of each offering, or those of one round. 404 before the first round is published. As JSON or CSV, chosen"
                            + " by the Accept header or by the parameter format; the columns: /data-dictionary")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = LeaderboardBody.class)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response leaderboard(
            @Parameter(description = "Slug of a model; the first measured one by default", example = "llama-3.3-70b")
                    @RestQuery
                    List<String> model,
            @Parameter(description = "ttft (default), itl, e2e, output_throughput or success_rate", example = "ttft")
                    @RestQuery
                    List<String> metric,
            @Parameter(description = "Label of a published round; the newest by default", example = "2026-W48")
                    @RestQuery
                    List<String> round,
            @Parameter(description = "json or csv; wins over the Accept header", example = "csv") @RestQuery
                    List<String> format,
            @Context HttpHeaders headers) {
        Format chosenFormat = Format.choose(Format.TABLE, format, headers);
        Metric chosenMetric = Parameters.metric(metric);
        List<String> models = results.measuredModels();
        if (models.isEmpty()) {
            throw ProblemException.notFound("published round", "newest");
        }
        String chosenModel = Parameters.oneOf("model", model, models).orElse(models.get(0));
        Board board = Parameters.oneOf("round", round, round.isEmpty() ? List.of() : results.publishedLabels())
                .map(label -> boards.ofRound(label, chosenModel, chosenMetric))
                .orElseGet(() -> boards.newest(chosenModel, chosenMetric))
                .orElseThrow(() -> ProblemException.notFound("published round", "newest"));
        Object body = chosenFormat == Format.CSV
                ? LeaderboardCsv.of(board)
                : LeaderboardBody.of(board, editions.current().synthetic());
        String file = "%s-%s-%s".formatted(board.round().label(), chosenModel, chosenMetric.id());
        return chosenFormat.answer(body, file).build();
    }
}
