package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.llmperf.leaderboard.board.RankConfig;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;

/** How a provider joins. */
@Path("/add-provider")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class JoinPage {
    static final String EXAMPLE = "registry-example/example.yaml";

    private final Results results;
    private final RankConfig ranks;
    private final ApiDialects dialects;
    private final Scenario scenario = ScenarioReader.builtIn("llmperf-550-150");
    private final String example = example();

    record join(
            Masthead masthead,
            String example,
            List<String> dialects,
            Scenario scenario,
            String conditions,
            int minimumSuccesses,
            String minimumRate,
            long inputTokens,
            long outputTokens)
            implements TemplateInstance {}

    public JoinPage(Results results, RankConfig ranks, ApiDialects dialects) {
        this.results = results;
        this.ranks = ranks;
        this.dialects = dialects;
    }

    @GET
    @Reading
    public TemplateInstance show() {
        return new join(
                Masthead.of(Place.PROVIDERS, results),
                example,
                dialects.ids(),
                scenario,
                BoardView.conditions(scenario),
                ranks.minimumSuccesses(),
                Axis.trimmed(100 * ranks.minimumSuccessRate()),
                (long) scenario.requests() * scenario.inputTokens().mean(),
                (long) scenario.requests() * scenario.outputTokens().mean());
    }

    private static String example() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(EXAMPLE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
