package org.llmperf.leaderboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./llmperf}, with a Java that only says what it was asked to start. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir
    Path folder;

    private Path launcher;
    private Path javaHome;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void a_folder_with_the_launcher() throws IOException {
        folder = folder.toRealPath();
        launcher = Files.copy(
                Path.of("llmperf"),
                Files.createDirectory(folder.resolve("a folder")).resolve("llmperf"));
        executable(launcher);
        javaHome = Files.createDirectories(folder.resolve("java/bin")).getParent();
        executable(Files.writeString(javaHome.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n"));
    }

    @Test
    void in_a_checkout_it_starts_what_the_build_made() throws Exception {
        Path jar = jar("target/quarkus-app/quarkus-run.jar");

        assertThat(run(launcher, "bench", "--model", "two words").out())
                .isEqualTo("-jar\n" + jar + "\nbench\n--model\ntwo words\n");
    }

    @Test
    void in_a_released_archive_it_starts_what_lies_beside_it() throws Exception {
        Path jar = jar("quarkus-app/quarkus-run.jar");

        assertThat(run(launcher).out()).isEqualTo("-jar\n" + jar + "\n");
    }

    @Test
    void a_link_to_it_starts_the_same() throws Exception {
        Path jar = jar("quarkus-app/quarkus-run.jar");
        Path link = Files.createSymbolicLink(folder.resolve("linked"), launcher);

        assertThat(run(link, "verify").out()).isEqualTo("-jar\n" + jar + "\nverify\n");
    }

    @Test
    void before_the_build_it_says_how_to_build() throws Exception {
        Ended ended = run(launcher, "bench");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("not built yet").contains("mvn -q -DskipTests package");
    }

    @Test
    void without_java_it_says_so() throws Exception {
        jar("quarkus-app/quarkus-run.jar");
        Files.delete(javaHome.resolve("bin/java"));

        assertThat(run(launcher, "bench").err()).contains("install a JDK 17 or newer");
    }

    private Path jar(String name) throws IOException {
        Path jar = launcher.resolveSibling(name);
        Files.createDirectories(jar.getParent());
        return Files.createFile(jar);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", javaHome.toString()));
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }
}
