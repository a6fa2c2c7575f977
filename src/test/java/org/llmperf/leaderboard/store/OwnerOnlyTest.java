package org.llmperf.leaderboard.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
class OwnerOnlyTest {
    @TempDir
    Path folder;

    @Test
    void folders_and_files_are_for_their_owner_alone() throws IOException {
        Path spool = OwnerOnly.createFolders(folder.resolve("data").resolve("spool"));
        Path journal = spool.resolve("journal");
        OwnerOnly.open(journal, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .close();
        Path archive = OwnerOnly.createFile(spool.resolve("archive"));
        assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(spool)).isEqualTo("rwx------");
        assertThat(permissions(journal)).isEqualTo("rw-------");
        assertThat(permissions(archive)).isEqualTo("rw-------");
        assertThat(OwnerOnly.exposed(folder.resolve("data"))).isEmpty();
    }

    @Test
    void a_folder_that_others_can_enter_is_reported_with_the_command_that_closes_it() throws IOException {
        Path open = Files.createDirectory(
                folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x---")));
        assertThat(OwnerOnly.exposed(open))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("chmod 700 " + open.toAbsolutePath()));
        assertThat(OwnerOnly.exposed(folder.resolve("missing"))).isEmpty();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
