package org.llmperf.leaderboard.api.dump;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/dump")
@Tag(name = "dump")
public class DumpResource {
    private static final String KEEP = "public, max-age=31536000, immutable";

    private final Dumps dumps;

    public DumpResource(Dumps dumps) {
        this.dumps = dumps;
    }

    @GET
    @Path("/latest")
    @Operation(
            summary = "Everything published, in one archive",
            description =
                    "Leads to a zip file: rounds, offerings, runs with their configuration, requests, and a dictionary of"
                            + " every column. A new one is made after each publication.")
    @APIResponse(responseCode = "302", description = "The address of the newest archive")
    @APIResponse(responseCode = "404", description = "None is made yet")
    public Response latest() throws IOException {
        java.nio.file.Path newest = dumps.newest().orElseThrow(NotFoundException::new);
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/dump/" + newest.getFileName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("/{name}")
    @Operation(hidden = true)
    public Response archive(@RestPath String name) throws IOException {
        java.nio.file.Path file = dumps.find(name).orElseThrow(NotFoundException::new);
        return Response.ok(file.toFile(), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, KEEP)
                .build();
    }
}
