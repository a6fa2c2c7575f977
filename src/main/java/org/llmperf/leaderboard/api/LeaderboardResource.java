package org.llmperf.leaderboard.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;

@Path("/api/v1/leaderboard")
@Produces(MediaType.APPLICATION_JSON)
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
                    "The newest published run of each offering, or those of one round. 404 before the first round is published.")
    public LeaderboardBody leaderboard(
            @Parameter(description = "Slug of a model; the first measured one by default", example = "llama-3.3-70b")
                    @RestQuery
                    List<String> model,
            @Parameter(description = "ttft (default), itl, e2e, output_throughput or success_rate", example = "ttft")
                    @RestQuery
                    List<String> metric,
            @Parameter(description = "Label of a published round; the newest by default", example = "2026-W48")
                    @RestQuery
                    List<String> round) {
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
        return LeaderboardBody.of(board, editions.current().synthetic());
    }
}
