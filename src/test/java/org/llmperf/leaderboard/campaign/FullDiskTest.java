package org.llmperf.leaderboard.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A file system of 256 KiB, which a process of its own fills to the last byte. Needs Linux and user namespaces. */
class FullDiskTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_file_system_can_be_mounted() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/unshare"))
                        && inFileSystem("true").waitFor() == 0,
                "no file system can be mounted here, so none is filled");
    }

    private Process inFileSystem(String command) throws IOException {
        return new ProcessBuilder(
                        "unshare",
                        "-Urm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=256k tmpfs '" + folder + "' && exec " + command)
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void what_the_disk_does_not_take_is_kept_in_memory_and_none_is_begun_that_has_no_room() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process writer = inFileSystem("'" + java + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' " + FullDiskWriter.class.getName() + " '" + folder + "'");
        List<String> said = writer.inputReader().lines().toList();
        assertThat(said)
                .filteredOn(line -> line.startsWith("> "))
                .containsExactly(
                        "> begun on a full disk: refused, 0 journals left",
                        "> filled after the first of 3 requests: run true, requests 3, damaged 0, some in memory true",
                        "> room for another run: false",
                        "> room again after the second of 3: run true, requests 3, damaged 0, some in memory false");
    }
}
