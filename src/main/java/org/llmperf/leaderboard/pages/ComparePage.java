package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;

/** Two to six providers of one model beside each other, or the form to choose them. */
@Path("/compare")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ComparePage {
    private static final List<String> SPREADS =
            Arrays.stream(Topic.values()).filter(Topic::spread).map(Topic::id).toList();

    private final Results results;
    private final Boards boards;

    record compare(Masthead masthead, CompareView view, About about) implements TemplateInstance {}

    /**
     * @param trouble why what was chosen cannot be compared
     */
    record pick(Masthead masthead, Optional<ProviderPicker> picker, Optional<String> trouble)
            implements TemplateInstance {}

    public ComparePage(Results results, Boards boards) {
        this.results = results;
        this.boards = boards;
    }

    @GET
    @Reading
    public RestResponse<TemplateInstance> show(
            @RestQuery List<String> model,
            @RestQuery List<String> providers,
            @RestQuery List<String> metric,
            @RestQuery List<String> round) {
        Masthead masthead = Masthead.of(Place.COMPARE, results);
        List<String> models = results.measuredModels();
        Optional<String> asked = new Parameter("model", model).oneOf(models);
        if (models.isEmpty()) {
            return RestResponse.ok(new pick(masthead, Optional.empty(), Optional.empty()));
        }
        var registry = results.registry();
        var query = new CompareQuery(
                asked.orElseGet(() -> BoardView.mostOffered(models, registry)),
                CompareQuery.slugs(providers),
                new Parameter("metric", metric)
                        .read(id -> Topic.ofId(id).filter(Topic::spread), SPREADS)
                        .orElse(Topic.FIRST_TOKEN),
                new Parameter("round", round).oneOf(results.publishedLabels()));
        List<String> measured = results.measuredProviders(query.model());
        ProviderPicker picker = ProviderPicker.of(query, models, measured, registry);
        if (asked.isEmpty() || query.providers().isEmpty()) {
            return RestResponse.ok(new pick(masthead, Optional.of(picker), Optional.empty()));
        }
        query.require(measured);
        Optional<String> obstacle = query.obstacle();
        if (obstacle.isPresent()) {
            return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.BAD_REQUEST)
                    .entity(new pick(masthead, Optional.of(picker), obstacle))
                    .build();
        }
        // a form sends each provider by itself, and a view has one address
        if (providers.size() > 1) {
            return RestResponse.seeOther(URI.create(query.href()));
        }
        CompareView view = CompareView.of(query, picker, results, boards);
        return RestResponse.ok(new compare(masthead, view, About.compare(query, view)));
    }
}
