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
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRound;

@Path("/api/v1/leaderboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "leaderboard")
public class LeaderboardResource {
    private final Results results;
    private final Boards boards;

    public LeaderboardResource(Results results, Boards boards) {
        this.results = results;
        this.boards = boards;
    }

    @GET
    @Operation(
            summary = "The ranked board of one model by one metric",
            description =
                    "The newest published run of each offering, or those of one round. 404 before the first round is published.")
    public LeaderboardBody leaderboard(
            @Parameter(description = "Slug of a model; the first measured one by default") @RestQuery String model,
            @Parameter(description = "ttft (default), itl, e2e, output_throughput or success_rate") @RestQuery
                    String metric,
            @Parameter(description = "Label of a published round, for example 2026-W48; the newest by default")
                    @RestQuery
                    String round) {
        Metric chosenMetric = metric(metric);
        List<String> models = results.measuredModels();
        if (models.isEmpty()) {
            throw ProblemException.notFound("published round", round == null ? "newest" : round);
        }
        String chosenModel = model == null ? models.get(0) : oneOf("model", model, models);
        return LeaderboardBody.of(board(chosenModel, chosenMetric, round));
    }

    private Board board(String model, Metric metric, String round) {
        if (round == null) {
            return boards.newest(model, metric)
                    .orElseThrow(() -> ProblemException.notFound("published round", "newest"));
        }
        return boards.ofRound(round, model, metric)
                .orElseThrow(() -> ProblemException.badParameter("round", round, publishedRounds()));
    }

    private List<String> publishedRounds() {
        return results.rounds().stream()
                .filter(candidate -> candidate.publishedAt().isPresent())
                .map(StoredRound::label)
                .toList();
    }

    private static Metric metric(String id) {
        if (id == null) {
            return Metric.TTFT;
        }
        oneOf("metric", id, Metric.RANKABLE.stream().map(Metric::id).toList());
        return Metric.RANKABLE.stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String oneOf(String parameter, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw ProblemException.badParameter(parameter, value, allowed);
        }
        return value;
    }
}
