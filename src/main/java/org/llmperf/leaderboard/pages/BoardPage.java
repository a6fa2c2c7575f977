package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;

/** The first page: the ranked board, or, while nothing of the registry was measured, how far its first round has come. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class BoardPage {
    private static final int RELOAD_SECONDS = 3;

    private final Results results;
    private final Boards boards;

    record board(Masthead masthead, BoardView view, About about) implements TemplateInstance {}

    record waiting(Masthead masthead, Optional<RoundProgress> progress, List<String> offerings, int reloadSeconds)
            implements TemplateInstance {}

    public BoardPage(Results results, Boards boards) {
        this.results = results;
        this.boards = boards;
    }

    /** In one transaction, so that its dozen questions share a connection and what was read already is not read again. */
    @GET
    @Reading
    public RestResponse<TemplateInstance> show(
            @RestQuery List<String> model,
            @RestQuery List<String> metric,
            @RestQuery List<String> sort,
            @RestQuery List<String> round) {
        Optional<RoundHead> newest = results.newestRound();
        List<String> models = results.measuredModels();
        if (newest.isEmpty() || models.isEmpty()) {
            return waiting(newest);
        }
        BoardQuery query = BoardQuery.read(model, metric, sort, round, models, results.publishedLabels());
        BoardView view = BoardView.of(query, models, results, boards);
        return RestResponse.ok(new board(new Masthead(Place.BOARD, newest), view, About.board(query, view)));
    }

    /** Reloads by a header, which works without scripts, and only while there is something to wait for. */
    private RestResponse<TemplateInstance> waiting(Optional<RoundHead> newest) {
        Optional<RoundProgress> progress = results.roundUnderWay().map(RoundProgress::new);
        List<String> offerings = results.registry().offerings().stream()
                .map(offering ->
                        offering.provider().name() + ", " + offering.model().slug())
                .toList();
        var response = RestResponse.ResponseBuilder.<TemplateInstance>ok(
                new waiting(new Masthead(Place.BOARD, newest), progress, offerings, RELOAD_SECONDS));
        if (progress.isPresent()) {
            response.header("Refresh", RELOAD_SECONDS);
        }
        return response.build();
    }
}
