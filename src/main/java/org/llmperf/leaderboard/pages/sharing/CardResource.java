package org.llmperf.leaderboard.pages.sharing;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.pages.Parameter;
import org.llmperf.leaderboard.pages.Topic;
import org.llmperf.leaderboard.pages.UnknownThingException;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

/** Pictures of pages. */
@Path("/cards")
@Produces("image/png")
@Blocking
public class CardResource {
    private final Results results;
    private final Boards boards;
    private final Cards cards;
    private final CardStudio studio;

    CardResource(Results results, Boards boards, Cards cards, CardStudio studio) {
        this.results = results;
        this.boards = boards;
        this.cards = cards;
        this.studio = studio;
    }

    @GET
    @Path("/models/{model}.png")
    @Reading
    @Operation(hidden = true)
    public byte[] model(String model, @RestQuery List<String> metric, @RestQuery List<String> round) {
        Topic topic =
                new Parameter("metric", metric).read(Topic::ofId, Topic.ids()).orElse(Topic.FIRST_TOKEN);
        Optional<String> label = new Parameter("round", round).oneOf(results.publishedLabels());
        Board board = label.map(one -> boards.ofRound(one, model, topic.metric()))
                .orElseGet(() -> boards.newest(model, topic.metric()))
                .filter(found -> !found.runs().isEmpty() || !found.notMeasured().isEmpty())
                .orElseThrow(() -> new UnknownThingException("model", model, "/models"));
        return studio.png(cards.board(board, topic));
    }

    @GET
    @Path("/providers/{provider}.png")
    @Reading
    @Operation(hidden = true)
    public byte[] provider(String provider) {
        List<StoredRun> newest = results.newestRunsOfProvider(provider);
        Provider found = results.registry()
                .provider(provider)
                .or(() -> newest.stream().map(run -> run.offering().provider()).findFirst())
                .orElseThrow(() -> new UnknownThingException("provider", provider, "/providers"));
        return studio.png(cards.provider(found, newest));
    }

    @GET
    @Path("/runs/{id}.png")
    @Reading
    @Operation(hidden = true)
    public byte[] run(String id) {
        return uuid(id).flatMap(results::run)
                .map(cards::run)
                .map(studio::png)
                .orElseThrow(() -> new UnknownThingException("run", id, "/rounds"));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
