package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code verify} of what {@code bench} wrote about a run that was really measured. */
class VerifyFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path written;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private Path run;
    private Path summary;

    @BeforeAll
    static void bench() {
        try (Simulator provider = Simulator.start(settings(0.2, 0.1), 0)) {
            new Terminal()
                    .run(
                            "bench",
                            "--model=m",
                            "--base-url=" + provider.baseUrl(),
                            "--seed=7",
                            "--mean-output-tokens=20",
                            "--stddev-output-tokens=0",
                            "--max-num-completed-requests=20",
                            "--tokenizer=o200k_base",
                            "--results-dir=" + written);
        }
    }

    private static SimulatorSettings settings(double errorRate, double truncateRate) {
        return new SimulatorSettings(
                Duration.ofMillis(1), Duration.ofNanos(50_000), 0, 1, 0, Duration.ZERO, errorRate, truncateRate, 0, 1);
    }

    @BeforeEach
    void copy() throws IOException {
        run = folder.resolve("m_550_20_run.json");
        summary = folder.resolve("m_550_20_summary.json");
        for (Path file : new Path[] {run, summary, folder.resolve("m_550_20_individual_responses.json")}) {
            Files.copy(written.resolve(file.getFileName()), file);
        }
    }

    @Test
    void all_figures_of_a_folder_come_out_again() throws IOException {
        assertThat(terminal.run("verify", "--json", folder.toString())).isZero();

        JsonNode comparisons = JSON.readTree(terminal.out());
        assertThat(comparisons).hasSize(2);
        assertThat(comparisons.get(run.toString()).get("figures").asInt()).isGreaterThan(20 * 4);
        assertThat(comparisons.get(summary.toString()).get("figures").asInt()).isGreaterThan(60);
        comparisons.forEach(
                comparison -> assertThat(comparison.get("differences")).isEmpty());
    }

    @Test
    void one_file_is_verified_alone_whichever_of_the_two_is_named() {
        assertThat(terminal.run("verify", run.toString())).isZero();
        assertThat(terminal.run("verify", summary.toString())).isZero();
        assertThat(terminal.run(
                        "verify",
                        folder.resolve("m_550_20_individual_responses.json").toString()))
                .isZero();
        assertThat(terminal.out().lines().filter(line -> line.contains("compared")))
                .hasSize(3);
    }

    @Test
    void a_run_that_our_own_error_made_suspect_comes_out_suspect() throws IOException {
        try (Simulator provider = Simulator.start(settings(0, 0), 0)) {
            terminal.run(
                    "bench",
                    "--model=m",
                    "--base-url=" + provider.baseUrl(),
                    "--max-num-completed-requests=2",
                    "--mean-output-tokens=10",
                    "--stddev-output-tokens=0",
                    "--budget-ttft-p50=0s",
                    "--results-dir=" + folder);
        }
        Path suspect = folder.resolve("m_550_10_run.json");
        ObjectNode document = (ObjectNode) JSON.readTree(Files.readString(suspect));
        assertThat(document.get("verdict").asText()).isEqualTo("suspect");

        assertThat(terminal.run("verify", suspect.toString()))
                .as(terminal.out())
                .isZero();

        document.put("verdict", "valid");
        Files.writeString(suspect, JSON.writeValueAsString(document));
        assertThat(terminal.run("verify", suspect.toString())).isEqualTo(1);
        assertThat(terminal.out()).contains("DIFFERS   verdict: published valid, recomputed suspect");
    }

    @Test
    void half_a_pair_is_named() throws IOException {
        Files.copy(summary, folder.resolve("lone_summary.json"));

        assertThat(terminal.run("verify", folder.toString())).isZero();

        assertThat(terminal.err()).contains("lone_summary.json is passed over: the file that belongs to it is missing");
    }

    @Test
    void a_changed_event_of_one_request_is_found() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(Files.readString(run));
        ObjectNode request = success(document);
        ((ArrayNode) request.get("eventAtNs"))
                .set(1, request.get("eventAtNs").get(1).asLong() + 1_000_000_000L);
        Files.writeString(run, JSON.writeValueAsString(document));

        assertThat(terminal.run("verify", run.toString())).isEqualTo(1);

        assertThat(terminal.out()).contains("DIFFERS   summary.metrics.chunk_gap.max: published ");
    }

    @Test
    void a_figure_that_follows_from_nothing_is_found() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(Files.readString(run));
        ((ObjectNode) document.get("summary")).put("quality", 99);
        Files.writeString(run, JSON.writeValueAsString(document));

        assertThat(terminal.run("verify", run.toString())).isEqualTo(1);

        assertThat(terminal.out()).contains("summary.quality: published 99, recomputed nothing");
    }

    @Test
    void a_changed_summary_of_llmperfs_shape_is_found() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(Files.readString(summary));
        document.put("leaderboard_ttft_p50", 0.001).put("results_ttft_s_mean", 0.001);
        Files.writeString(summary, JSON.writeValueAsString(document));

        assertThat(terminal.run("verify", summary.toString())).isEqualTo(1);

        assertThat(terminal.out()).contains("results_ttft_s_mean").contains("leaderboard_ttft_p50");
    }

    @Test
    void what_has_no_requests_is_bad_usage() throws IOException {
        Path alone = Files.copy(
                summary, Files.createDirectory(folder.resolve("alone")).resolve("m_summary.json"));

        terminal.badUsage("holds no figures with the requests", "verify", alone.toString());
        terminal.badUsage(
                "neither a file nor an address",
                "verify",
                folder.resolve("none").toString());
        terminal.badUsage("--tokenizer", "verify", "--tokenizer=none", run.toString());
    }

    @Test
    void what_is_no_run_is_named() throws IOException {
        Files.writeString(run, "{\"requests\": []}");

        assertThat(terminal.run("verify", run.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains("it has no configuration");
    }

    private static ObjectNode success(ObjectNode document) {
        for (JsonNode request : document.get("requests")) {
            if (request.get("outcome").asText().equals("success")) {
                return (ObjectNode) request;
            }
        }
        throw new AssertionError("no request succeeded");
    }
}
