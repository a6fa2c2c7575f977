package org.llmperf.leaderboard.app;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Leaves pages and their forms out of the description of the API: programs have nothing to do with them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiPaths implements OASFilter {
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/dump/");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List.copyOf(api.getPaths().getPathItems().keySet()).stream()
                .filter(path -> FOR_PROGRAMS.stream().noneMatch(path::startsWith))
                .forEach(api.getPaths()::removePathItem);
    }
}
