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
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "providers")
public class ProviderResource {
    private final Results results;
    private final Editions editions;
    private final OfferingBodies offerings;

    public record ProviderList(List<ProviderBody.Item> items, int page, int size, long total, boolean synthetic) {}

    public ProviderResource(Results results, Editions editions, OfferingBodies offerings) {
        this.results = results;
        this.editions = editions;
        this.offerings = offerings;
    }

    @GET
    @Operation(summary = "Every provider of the registry, in alphabetical order, measured or not")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProviderList.class)))
    public Response list(@BeanParam PageQuery query, @Context UriInfo address) {
        Registry registry = results.registry();
        Page<Provider> page = Page.of(registry.providers(), query.number(), query.size());
        return PageQuery.answer(
                page,
                ListBody.of(
                        page,
                        provider -> item(registry, provider),
                        editions.current().synthetic()),
                address);
    }

    @GET
    @Path("/{slug}")
    @Operation(
            summary = "One provider: every model it offers, or was measured with, and its newest published run",
            description = "Also for a provider that has left the registry: what was published of it stays.")
    public ProviderBody provider(@Parameter(example = "groq") @RestPath String slug) {
        Registry registry = results.registry();
        List<StoredRun> newest = results.newestRunsOfProvider(slug);
        Provider provider = registry.provider(slug)
                .or(() -> newest.stream().map(run -> run.offering().provider()).findFirst())
                .orElseThrow(() -> ProblemException.notFound("provider", slug));
        return new ProviderBody(
                item(registry, provider),
                offerings.of(of(registry, slug), newest),
                editions.current().synthetic());
    }

    private static ProviderBody.Item item(Registry registry, Provider provider) {
        return ProviderBody.Item.of(
                provider,
                of(registry, provider.slug()).stream()
                        .map(offering -> offering.model().slug())
                        .toList());
    }

    private static List<Offering> of(Registry registry, String slug) {
        return registry.offerings().stream()
                .filter(offering -> offering.provider().slug().equals(slug))
                .toList();
    }
}
