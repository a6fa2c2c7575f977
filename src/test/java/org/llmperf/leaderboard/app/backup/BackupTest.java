package org.llmperf.leaderboard.app.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.cli.BackupStore;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class BackupTest {
    @TempDir
    Path folder;

    @Inject
    BackupStore backups;

    @Inject
    SampleBoard board;

    @Inject
    Results results;

    @Inject
    ObjectMapper mapper;

    private Path file;

    @BeforeEach
    void two_weeks() {
        board.weeks(2);
        file = folder.resolve("board.backup");
    }

    private List<Manifest.Table> tables(Path backup) throws IOException {
        try (BackupFile open = BackupFile.open(backup, mapper)) {
            return open.manifest().tables();
        }
    }

    @Test
    void what_is_restored_is_what_was_backed_up() throws IOException {
        BackupStore.Extent saved = backups.save(file);
        assertThat(saved.rows()).isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        board.registryOnly();
        assertThat(backups.restore(file, false)).isEqualTo(saved);
        assertThat(results.rounds()).hasSize(2);
        Path again = folder.resolve("again.backup");
        backups.save(again);
        assertThat(tables(again)).isEqualTo(tables(file));
        board.registryOnly();
        board.open(0);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("board.backup", "again.backup");
    }

    @Test
    void a_database_with_results_is_replaced_only_when_asked() {
        backups.save(file);
        assertThatIllegalStateException()
                .isThrownBy(() -> backups.restore(file, false))
                .withMessageContaining("--replace");
        backups.restore(file, true);
        assertThat(results.rounds()).hasSize(2);
    }

    @Test
    void a_damaged_or_cut_file_is_refused_before_anything_is_changed() throws IOException {
        backups.save(file);
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 1;
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        for (byte[] bad : List.of(flipped, cut, new byte[0])) {
            Files.write(file, bad);
            assertThatIllegalStateException()
                    .isThrownBy(() -> backups.restore(file, true))
                    .withMessageContaining("is no whole backup");
        }
        assertThat(results.rounds()).hasSize(2);
    }

    @Test
    void a_backup_of_another_version_is_refused() throws IOException {
        backups.save(file);
        Manifest own;
        try (BackupFile open = BackupFile.open(file, mapper)) {
            own = open.manifest();
        }
        for (String schema : List.of("1", "99999")) {
            try (OutputStream out = Files.newOutputStream(file);
                    var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(Manifest.NAME));
                zip.write(mapper.writeValueAsBytes(new Manifest(schema, own.takenAt(), List.of(), own.sequences())));
                zip.closeEntry();
            }
            assertThatIllegalStateException()
                    .isThrownBy(() -> backups.restore(file, true))
                    .withMessageContaining(schema.equals("1") ? "older version" : "newer version");
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_a_sentence() {
        assertThatIllegalStateException()
                .isThrownBy(() -> backups.save(folder.resolve("missing").resolve("board.backup")))
                .withMessageContaining("cannot be written");
    }
}
