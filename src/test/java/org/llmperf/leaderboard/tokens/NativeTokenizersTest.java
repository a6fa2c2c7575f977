package org.llmperf.leaderboard.tokens;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NativeTokenizersTest {
    @TempDir
    Path folder;

    @Test
    void the_library_is_kept_below_the_home() {
        assertThat(NativeTokenizers.cacheBelow(folder))
                .isEqualTo(folder.resolve(".cache").resolve("llmperf-leaderboard"))
                .isEmptyDirectory();
    }

    @Test
    void a_missing_home_is_not_made() {
        Path home = folder.resolve("nobody");
        assertThat(NativeTokenizers.cacheBelow(home)).isDirectory().doesNotHave(below(folder));
        assertThat(home).doesNotExist();
    }

    @Test
    void an_unknown_home_leaves_nothing_in_the_current_folder() {
        assertThat(NativeTokenizers.cacheBelow(Path.of("?"))).isDirectory();
        assertThat(Path.of("?")).doesNotExist();
    }

    @Test
    void a_home_that_takes_no_files_is_passed_over() throws IOException {
        // a file where the folder should be stands for a read-only home, which root would not notice
        Files.createFile(folder.resolve(".cache"));
        assertThat(NativeTokenizers.cacheBelow(folder)).isDirectory().doesNotHave(below(folder));
    }

    @Test
    void the_library_is_told_to_stay_offline_and_to_report_nothing() {
        NativeTokenizers.prepare();
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void a_second_class_loader_counts_too() throws Exception {
        int here = HuggingFaceTokenCounter.llama2().count("Hello");
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        try (var other = new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> counter = other.loadClass(HuggingFaceTokenCounter.class.getName());
            assertThat(counter).isNotSameAs(HuggingFaceTokenCounter.class);
            Object llama2 = counter.getMethod("llama2").invoke(null);
            assertThat(counter.getMethod("count", String.class).invoke(llama2, "Hello"))
                    .isEqualTo(here);
        }
    }

    private static Condition<Path> below(Path parent) {
        return new Condition<>(path -> path.startsWith(parent), "below %s", parent);
    }
}
