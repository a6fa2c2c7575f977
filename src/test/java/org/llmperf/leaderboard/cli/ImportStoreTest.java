package org.llmperf.leaderboard.cli;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.audit.Era;
import org.llmperf.leaderboard.llmperf.ResultPair;
import org.llmperf.leaderboard.store.Imports;
import org.llmperf.leaderboard.store.StoredImport;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code import --store}, from the files to the board's database and back. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ImportStoreTest {
    private static final String FILES = "src/test/resources/llmperf";

    @Inject
    EmptyBoard board;

    @Inject
    Imports imports;

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal(new StoreAccess() {
        @Override
        public <P, R> R use(Class<P> port, Function<P, R> work) {
            return work.apply(CDI.current().select(port).get());
        }
    });

    @BeforeEach
    void empty() {
        board.restore();
    }

    @Test
    void runs_are_kept_with_figures_facts_notes_and_their_files_as_they_were() throws IOException {
        assertThat(terminal.run("import", FILES, "--store", "--source", "LLMPerf, December 2023"))
                .isZero();

        assertThat(terminal.err()).contains("Stored 3 of 3 runs");
        assertThat(imports.list())
                .extracting(StoredImport::slug)
                .containsExactly("example-7b_550_20", "example_7b", "refusing_7b");
        StoredImport example = imports.find("example_7b").orElseThrow();
        assertThat(example)
                .returns("LLMPerf, December 2023", StoredImport::source)
                .returns("example/7b", StoredImport::model)
                .returns(Era.LLMPERF_LINES, StoredImport::era);
        assertThat(example.provider()).contains("example");
        assertThat(example.figures()).containsEntry("results_ttft_s_quantiles_p50", 1.5);
        assertThat(example.facts().errorCodes()).isEqualTo(Map.of(429, 1));
        assertThat(example.facts().meanConcurrency()).hasValue(0.6);
        assertThat(example.notes()).anyMatch(note -> note.contains("lines of the event stream"));
        ResultPair pair = ResultPair.find(Path.of(FILES)).get(1);
        assertThat(imports.files("example_7b").orElseThrow()).isEqualTo(pair.read());
    }

    @Test
    void what_is_there_already_is_not_stored_again_and_another_of_that_name_gets_a_number() throws IOException {
        terminal.run("import", FILES, "--store");
        String name = "example-7b_550_20";
        for (String file : new String[] {name + "_summary.json", name + "_individual_responses.json"}) {
            String text = Files.readString(Path.of(FILES, "2024", file));
            Files.writeString(folder.resolve(file), text.replace("example/7b", "example/8b"));
        }

        assertThat(terminal.run("import", FILES, "--store")).isZero();
        assertThat(terminal.err()).contains("Stored 0 of 3 runs");
        assertThat(terminal.run("import", folder.toString(), "--store")).isZero();

        assertThat(imports.find(name + "-2").orElseThrow())
                .returns("example/8b", StoredImport::model)
                .returns(folder.getFileName().toString(), StoredImport::source);
        assertThat(imports.list()).hasSize(4);
    }

    @Test
    void a_run_with_a_difference_is_left_out() throws IOException {
        String name = "example-7b_550_20";
        for (String file : new String[] {name + "_summary.json", name + "_individual_responses.json"}) {
            String text = Files.readString(Path.of(FILES, "2024", file));
            Files.writeString(folder.resolve(file), text.replace("\"ttft_s\": 1.0", "\"ttft_s\": 0.1"));
        }

        assertThat(terminal.run("import", folder.toString(), "--store")).isEqualTo(1);

        assertThat(imports.list()).isEmpty();
    }

    @Test
    void an_import_cannot_be_changed() throws SQLException {
        terminal.run("import", FILES, "--store");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update import set source = 'elsewhere'"))
                    .hasMessageContaining("append-only");
        }
    }
}
