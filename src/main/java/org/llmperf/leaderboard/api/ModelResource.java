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
import org.llmperf.leaderboard.api.LeaderboardBody.ProviderRef;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.Results;

@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "models")
public class ModelResource {
    private final Results results;
    private final Editions editions;
    private final OfferingBodies offerings;

    /**
     * @param measured whether a published run of it exists
     */
    public record ModelItem(String slug, List<ProviderRef> providers, boolean measured) {}

    public record ModelList(List<ModelItem> items, int page, int size, long total, boolean synthetic) {}

    public record ModelBody(String slug, List<OfferingBody> offerings, boolean synthetic) {}

    public ModelResource(Results results, Editions editions, OfferingBodies offerings) {
        this.results = results;
        this.editions = editions;
        this.offerings = offerings;
    }

    @GET
    @Operation(summary = "Every model of the registry, in alphabetical order, with the providers that offer it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ModelList.class)))
    public Response list(@BeanParam PageQuery query, @Context UriInfo address) {
        Registry registry = results.registry();
        List<String> measured = results.measuredModels();
        Page<String> page = Page.of(slugs(registry), query.number(), query.size());
        return PageQuery.answer(
                page,
                ListBody.of(
                        page,
                        slug -> new ModelItem(
                                slug,
                                of(registry, slug).stream().map(ProviderRef::of).toList(),
                                measured.contains(slug)),
                        editions.current().synthetic()),
                address);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "One model: every provider's offering of it with its newest published run")
    public ModelBody model(@Parameter(example = "llama-3.3-70b") @RestPath String slug) {
        List<Offering> current = of(results.registry(), slug);
        if (current.isEmpty()) {
            throw ProblemException.notFound("model", slug);
        }
        return new ModelBody(
                slug,
                offerings.of(current, results.newestRuns(slug)),
                editions.current().synthetic());
    }

    private static List<String> slugs(Registry registry) {
        return registry.offerings().stream()
                .map(offering -> offering.model().slug())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Offering> of(Registry registry, String slug) {
        return registry.offerings().stream()
                .filter(offering -> offering.model().slug().equals(slug))
                .toList();
    }
}
