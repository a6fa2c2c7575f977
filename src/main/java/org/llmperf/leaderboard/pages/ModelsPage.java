package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Results;

/** All models, and one model over the rounds. */
@Path("/models")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ModelsPage {
    private final Results results;
    private final PublishedHistory history;
    private final Boards boards;

    /**
     * @param best who leads in each metric, in the order of the topics; the leaders' names where several tie
     */
    public record ModelRow(String slug, List<Provider> providers, boolean measured, List<String> best) {}

    record models(Masthead masthead, List<Topic> topics, List<ModelRow> view) implements TemplateInstance {}

    record model(Masthead masthead, ModelView view) implements TemplateInstance {}

    public ModelsPage(Results results, PublishedHistory history, Boards boards) {
        this.results = results;
        this.history = history;
        this.boards = boards;
    }

    @GET
    public TemplateInstance list() {
        Registry registry = results.registry();
        List<String> measured = results.measuredModels();
        return new models(
                Masthead.of(Place.MODELS, results),
                List.of(Topic.values()),
                slugs(registry).stream()
                        .map(slug ->
                                new ModelRow(slug, providers(registry, slug), measured.contains(slug), leaders(slug)))
                        .toList());
    }

    @GET
    @Path("/{model}")
    public TemplateInstance show(String model, @RestQuery List<String> metric) {
        Optional<String> found =
                slugs(results.registry()).stream().filter(model::equals).findFirst();
        Topic topic =
                new Parameter("metric", metric).read(Topic::ofId, Topic.ids()).orElse(Topic.FIRST_TOKEN);
        return new model(
                Masthead.of(Place.MODELS, results),
                ModelView.of(
                        found.orElseThrow(() -> new UnknownThingException("model", model, "/models")),
                        topic,
                        results.registry(),
                        history.newest()));
    }

    private List<String> leaders(String slug) {
        var runs = results.newestRuns(slug);
        return Arrays.stream(Topic.values())
                .map(topic -> ModelView.leaders(runs, topic, boards))
                .toList();
    }

    private static List<String> slugs(Registry registry) {
        return registry.offerings().stream()
                .map(offering -> offering.model().slug())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Provider> providers(Registry registry, String slug) {
        return registry.offerings().stream()
                .filter(offering -> offering.model().slug().equals(slug))
                .map(offering -> offering.provider())
                .toList();
    }
}
