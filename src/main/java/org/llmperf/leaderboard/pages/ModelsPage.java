package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

/** All models, and one model over the rounds. */
@Path("/models")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ModelsPage {
    private final Results results;
    private final Boards boards;

    /**
     * @param best who leads in each metric, in the order of the topics; the leaders' names where several tie
     */
    public record ModelRow(String slug, long providers, boolean measured, List<String> best) {}

    record models(Masthead masthead, List<Topic> topics, List<ModelRow> view) implements TemplateInstance {}

    record model(Masthead masthead, ModelView view, About about) implements TemplateInstance {}

    public ModelsPage(Results results, Boards boards) {
        this.results = results;
        this.boards = boards;
    }

    @GET
    @Reading
    public TemplateInstance list() {
        Registry registry = results.registry();
        Map<String, List<StoredRun>> newest = results.newestRuns(slugs(registry));
        return new models(
                Masthead.of(Place.MODELS, results),
                List.of(Topic.values()),
                slugs(registry).stream()
                        .map(slug -> new ModelRow(
                                slug,
                                registry.offerings().stream()
                                        .filter(offering ->
                                                offering.model().slug().equals(slug))
                                        .count(),
                                newest.containsKey(slug),
                                leaders(newest.getOrDefault(slug, List.of()))))
                        .toList());
    }

    @GET
    @Path("/{model}")
    @Reading
    public TemplateInstance show(String model, @RestQuery List<String> metric, @RestQuery List<String> weeks) {
        Registry registry = results.registry();
        String found = slugs(registry).stream()
                .filter(model::equals)
                .findFirst()
                .orElseThrow(() -> new UnknownThingException("model", model, "/models"));
        HistoryQuery query = HistoryQuery.read("/models/" + found, metric, weeks);
        ModelView view = ModelView.of(found, registry, query, results, boards);
        return new model(Masthead.of(Place.MODELS, results), view, About.model(view));
    }

    private List<String> leaders(List<StoredRun> runs) {
        return Arrays.stream(Topic.values()).map(topic -> leaders(runs, topic)).toList();
    }

    /** Names of those whose rank begins with 1; a dash when nobody is ranked. */
    private String leaders(List<StoredRun> runs, Topic topic) {
        String names = boards.rank(topic.metric(), runs).standings().stream()
                .filter(standing -> standing.best() == 1)
                .map(standing -> standing.key().offering().provider().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }

    private static List<String> slugs(Registry registry) {
        return registry.offerings().stream()
                .map(offering -> offering.model().slug())
                .distinct()
                .sorted()
                .toList();
    }
}
