package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests that docs/security.md names are there. */
class SecurityTableTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), file -> file));
        }
    }

    @Test
    void every_named_test_exists() throws IOException {
        Map<String, Path> tests = tests();
        Matcher named = NAMED.matcher(Files.readString(Path.of("docs", "security.md")));
        int found = 0;
        for (; named.find(); found++) {
            assertThat(tests).containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(Files.readString(tests.get(named.group(1)))).contains("void " + named.group(2) + "(");
            }
        }
        assertThat(found).isGreaterThan(30);
    }
}
