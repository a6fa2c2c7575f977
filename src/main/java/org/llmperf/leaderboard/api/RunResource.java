package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.llmperf.LlmperfIndividual;
import org.llmperf.leaderboard.llmperf.ResultFiles;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

@Path("/api/v1/runs/{id}")
@Tag(name = "runs")
public class RunResource {
    private static final String RUN = "0193a1c2-7b5e-7c41-9d0a-3f1f6f0b2c11";

    private final Results results;
    private final Editions editions;
    private final ObjectMapper mapper;

    public RunResource(Results results, Editions editions, ObjectMapper mapper) {
        this.results = results;
        this.editions = editions;
        this.mapper = mapper;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One run: figures, errors, exact configuration, environment, the command that repeats it")
    public RunBody run(@Parameter(example = RUN) @RestPath String id) {
        return RunBody.of(find(id), editions.current().synthetic());
    }

    @GET
    @Path("/llmperf/summary")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A run's summary as LLMPerf writes it",
            description =
                    "Key for key the file that token_benchmark_ray.py makes; our own figures stand beside, under keys"
                            + " that begin with leaderboard_.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response llmperfSummary(@Parameter(example = RUN) @RestPath String id) {
        ResultFiles files = files(id);
        return file(files.summaryJson(), files.summaryFileName());
    }

    @GET
    @Path("/llmperf/individual")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A run's requests as LLMPerf writes them, in the order of sending")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LlmperfIndividual.class)))
    public Response llmperfIndividual(@Parameter(example = RUN) @RestPath String id) {
        ResultFiles files = files(id);
        return file(files.individualJson(), files.individualFileName());
    }

    private ResultFiles files(String id) {
        StoredRun run = find(id);
        return ResultFiles.of(run.toRun(results.requests(run.id())), run.summary(), Map.of())
                .withoutRequestIds();
    }

    private static Response file(String json, String name) {
        return Response.ok(json)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .build();
    }

    @GET
    @Path("/requests")
    @Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            summary = "Every request of a run with all its instants and event times",
            description = "As JSON, CSV or JSON lines, chosen by the Accept header or by the parameter format.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = RequestBody.class)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.JSON_LINES_TYPE, schema = @Schema(implementation = RequestBody.class))
            })
    public Response requests(
            @Parameter(example = RUN) @RestPath String id,
            @Parameter(description = "json, csv or jsonl; wins over the Accept header", example = "csv") @RestQuery
                    List<String> format,
            @Context HttpHeaders headers) {
        Format chosen = Format.choose(List.of(Format.values()), format, headers);
        StoredRun run = find(id);
        List<RequestBody> requests =
                results.requests(run.id()).stream().map(RequestBody::of).toList();
        String file = "%s-%s-%s"
                .formatted(
                        run.roundLabel(),
                        run.offering().provider().slug(),
                        run.offering().model().slug());
        return chosen.answer(body(chosen, requests), file).build();
    }

    private Object body(Format format, List<RequestBody> requests) {
        return switch (format) {
            case JSON -> requests;
            case CSV -> RequestCsv.of(requests);
            case JSONL -> requests.stream().map(this::line).collect(Collectors.joining());
        };
    }

    private String line(RequestBody request) {
        try {
            return mapper.writeValueAsString(request) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredRun find(String id) {
        return uuid(id).flatMap(results::run).orElseThrow(() -> ProblemException.notFound("run", id));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
