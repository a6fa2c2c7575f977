package org.llmperf.leaderboard.api.dump;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.SampleSummary;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.llmperf.leaderboard.measurement.Metric.TTFT;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DumpTest {
    private static final Run ALDER = Samples.run(Samples.offering(Samples.ALDER, Samples.LARGE), 0);

    @Inject
    SampleBoard board;

    @Inject
    Dumps dumps;

    @Inject
    DryRuns dryRuns;

    @Inject
    Decisions decisions;

    @Inject
    Rounds rounds;

    @BeforeEach
    void two_weeks_without_an_archive() throws IOException {
        board.weeks(2);
        for (Optional<Path> old = dumps.newest(); old.isPresent(); old = dumps.newest()) {
            Files.delete(old.get());
        }
    }

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<Map<String, String>> rows(String csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return rows.readAll();
        }
    }

    @Test
    void everything_published_is_in_one_archive() throws IOException {
        dumps.make(() -> {});
        Response latest = given().redirects().follow(false).get("/dump/latest");
        assertThat(latest.statusCode()).isEqualTo(302);
        Response archive = get(latest.header("Location"));
        assertThat(archive.contentType()).isEqualTo("application/zip");
        Map<String, String> files = unpacked(archive.asByteArray());

        assertThat(files)
                .containsOnlyKeys(
                        "README.md", "rounds.csv", "offerings.csv", "runs.csv", "runs.jsonl", "requests.jsonl");
        assertThat(rows(files.get("rounds.csv")))
                .extracting(row -> row.get("round"))
                .containsExactly("2026-W45", "2026-W44");
        assertThat(rows(files.get("offerings.csv"))).hasSize(8);
        List<Map<String, String>> runs = rows(files.get("runs.csv"));
        assertThat(runs).hasSize(14);
        Map<String, String> alder = runs.stream()
                .filter(row -> row.get("run_id").equals(ALDER.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(alder.get("ttft_p50_s")))
                .isEqualTo(
                        SampleSummary.of(ALDER).distribution(TTFT).orElseThrow().quantile(Quantile.P50));
        assertThat(alder.get("started_at_utc")).isEqualTo(ALDER.startedAt().toString());
        assertThat(files.get("runs.jsonl").lines()).hasSize(14);
        assertThat(files.get("requests.jsonl").lines()).hasSize(14 * 150);
        JsonNode request = new ObjectMapper()
                .readTree(files.get("requests.jsonl").lines().findFirst().orElseThrow());
        assertThat(request.has("runId")).isTrue();
        assertThat(request.path("eventAtNs").size()).isPositive();
    }

    @Test
    void every_column_is_in_the_dictionary() throws IOException {
        dumps.make(() -> {});
        Map<String, String> files = unpacked(get("/dump/latest").asByteArray());
        String dictionary = files.get("README.md");
        for (String table : List.of("rounds.csv", "offerings.csv", "runs.csv")) {
            for (String column : rows(files.get(table)).get(0).keySet()) {
                if (!column.matches("(ttft|itl|e2e|chunk_gap|output_throughput)_.*")) {
                    assertThat(dictionary).contains("`" + column + "`");
                }
            }
        }
    }

    @Test
    void one_is_made_for_each_publication_and_not_again() throws IOException {
        dumps.make(() -> {});
        var first = dumps.newest().orElseThrow();
        var time = first.toFile().lastModified();
        dumps.make(() -> {});
        assertThat(dumps.newest().orElseThrow().toFile().lastModified()).isEqualTo(time);
        String label = board.measured(2);
        dumps.refresh();
        assertThat(dumps.newest()).as("while a round is under way").contains(first);
        assertThat(label).isNotEmpty();
    }

    @Test
    void what_is_not_published_is_in_no_archive_and_no_answer_of_the_api() throws IOException {
        Run withheld = ALDER;
        Run tried = Samples.run(Samples.offering(Samples.CEDAR, Samples.SMALL), 4);
        Run cancelled = Samples.run(Samples.offering(Samples.BIRCH, Samples.SMALL), 2);
        Run underWay = Samples.run(Samples.offering(Samples.BIRCH, Samples.SMALL), 3);
        dumps.make(() -> {});
        Path known = dumps.newest().orElseThrow();
        try {
            UUID dry = dryRuns.ask(tried.configuration().offering(), 10, 1, "cedar-ops", Instant.now());
            dryRuns.claim("w", Duration.ofMinutes(1)).orElseThrow();
            dryRuns.done(dry, tried);
            decisions.decide(withheld.id(), true, "a wrong model was deployed", "ada", Instant.now());
            String label = board.open(2);
            board.complete(label, cancelled.configuration().offering(), 2);
            rounds.cancel(label, Instant.now());
            dumps.make(() -> {});
            assertThat(dumps.newest())
                    .as("the one that knows of no withheld run")
                    .isNotEqualTo(Optional.of(known));
            board.complete(board.open(3), underWay.configuration().offering(), 3);

            Map<String, String> files = unpacked(get("/dump/latest").asByteArray());
            for (UUID hidden : List.of(dry, tried.id(), cancelled.id(), underWay.id())) {
                assertThat(files.values()).noneMatch(file -> file.contains(hidden.toString()));
                assertThat(get("/api/v1/runs/" + hidden).statusCode()).isEqualTo(404);
                assertThat(get("/api/v1/runs/" + hidden + "/requests").statusCode())
                        .isEqualTo(404);
                assertThat(get("/runs/" + hidden).statusCode()).isEqualTo(404);
            }
            assertThat(files.values()).noneMatch(file -> file.contains("cedar-ops"));
            assertThat(rows(files.get("rounds.csv")))
                    .extracting(row -> row.get("round"))
                    .containsExactly("2026-W45", "2026-W44");
            // a withheld one stays to be seen, as withheld and without a rank: nobody may remove a figure
            assertThat(rows(files.get("runs.csv")))
                    .filteredOn(row -> row.get("run_id").equals(withheld.id().toString()))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("verdict")).isEqualTo("withheld");
                        assertThat(row.get("verdict_reason")).isEqualTo("a wrong model was deployed");
                    });
            JsonPath board = get("/api/v1/leaderboard?model=llama-3.3-70b&round=2026-W44")
                    .jsonPath();
            assertThat(board.<String>getList("rows.runId"))
                    .isNotEmpty()
                    .doesNotContain(withheld.id().toString());
            assertThat(board.<String>getList("unranked.runId"))
                    .contains(withheld.id().toString());
        } finally {
            board.registryOnly();
        }
    }

    @Test
    void only_archives_are_handed_out() {
        assertThat(get("/dump/..%2F..%2Fpom.xml").statusCode()).isIn(400, 404);
        assertThat(get("/dump/nothing.zip").statusCode()).isEqualTo(404);
    }

    @Test
    void an_archive_is_given_up_when_a_round_starts() throws IOException {
        String[] label = new String[1];
        assertThatThrownBy(() -> dumps.make(() -> {
                    label[0] = label[0] == null ? board.open(2) : label[0];
                    dumps.giveUpInRound();
                }))
                .hasMessageContaining("a round has started");
        assertThat(dumps.newest()).isEmpty();
        try (Stream<Path> left = Files.list(Path.of("target", "test-dumps"))) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
        }
        rounds.cancel(label[0], Instant.now());
        dumps.refresh();
        assertThat(dumps.newest()).isPresent();
    }
}
