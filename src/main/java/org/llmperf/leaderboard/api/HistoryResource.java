package org.llmperf.leaderboard.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.api.LeaderboardBody.MetricBody;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.Results;

@Path("/api/v1/history")
@Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE})
@Tag(name = "history")
public class HistoryResource {
    /** Nineteen years of weeks: a series fits one page. */
    private static final int SIZE = 1000;

    private final Results results;
    private final Editions editions;

    public HistoryResource(Results results, Editions editions) {
        this.results = results;
        this.editions = editions;
    }

    @GET
    @Operation(
            summary = "One offering's series over all published rounds, the oldest first",
            description = "Gaps stay gaps: a round that did not measure the offering has no point.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HistoryBody.class)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response history(
            @Parameter(description = "Slug of the provider", required = true, example = "groq") @RestQuery
                    List<String> provider,
            @Parameter(description = "Slug of the model", required = true, example = "llama-3.3-70b") @RestQuery
                    List<String> model,
            @Parameter(
                            description = "ttft (default), itl, e2e, output_throughput or success_rate",
                            example = "output_throughput")
                    @RestQuery
                    List<String> metric,
            @BeanParam PageQuery query,
            @Parameter(description = "json or csv; wins over the Accept header", example = "csv") @RestQuery
                    List<String> format,
            @Context HttpHeaders headers,
            @Context UriInfo address) {
        Format form = Format.choose(Format.TABLE, format, headers);
        Metric chosen = Parameters.metric(metric);
        Offering offering = offering(provider, model);
        Page<HistoryPoint> page = Page.of(
                results.history(offering.provider().slug(), offering.model().slug(), chosen),
                query.number(),
                query.size(SIZE));
        String providerSlug = offering.provider().slug();
        String modelSlug = offering.model().slug();
        Object body = form == Format.CSV
                ? Csv.of(page.items().stream()
                        .map(point -> HistoryCsv.row(offering, chosen, point))
                        .toList())
                : HistoryBody.of(
                        providerSlug,
                        modelSlug,
                        MetricBody.of(chosen),
                        page,
                        editions.current().synthetic());
        String file = "%s-%s-%s".formatted(providerSlug, modelSlug, chosen.id());
        return PageQuery.answer(page, form.answer(body, file), address);
    }

    /** Also one that has left the registry; the registry is read only to say what would have been allowed. */
    private Offering offering(List<String> provider, List<String> model) {
        if (provider.size() == 1 && model.size() == 1) {
            var found = results.offering(provider.get(0), model.get(0));
            if (found.isPresent()) {
                return found.get();
            }
        }
        List<Offering> known = results.registry().offerings();
        String knownProvider = required(
                "provider", provider, known.stream().map(o -> o.provider().slug()));
        String knownModel = required(
                "model",
                model,
                known.stream()
                        .filter(offering -> offering.provider().slug().equals(knownProvider))
                        .map(offering -> offering.model().slug()));
        return results.offering(knownProvider, knownModel)
                .orElseThrow(() -> ProblemException.notFound("offering", knownProvider + "/" + knownModel));
    }

    private static String required(String name, List<String> given, Stream<String> known) {
        List<String> allowed = known.distinct().sorted().toList();
        return Parameters.oneOf(name, given, allowed)
                .orElseThrow(() -> ProblemException.missingParameter(name, allowed));
    }
}
