package org.llmperf.leaderboard.client;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who asks in other words than AWS's or Google's pays nothing for their libraries, neither memory nor time to start. */
class LazyLoadingTest {

    @Test
    void dialects_are_found_where_no_library_of_a_cloud_is() throws Exception {
        try (URLClassLoader without = new URLClassLoader(others(), ClassLoader.getPlatformClassLoader())) {
            assertThat(without.getResource("software/amazon/eventstream/Message.class"))
                    .isNull();
            assertThat(without.getResource("com/google/auth/Credentials.class")).isNull();
            Class<?> dialects = without.loadClass(Dialects.class.getName());

            assertThat((Optional<?>) dialects.getMethod("find", String.class).invoke(null, "openai"))
                    .isPresent();
            assertThat((Iterable<?>) dialects.getMethod("ids").invoke(null))
                    .hasSameSizeAs(Dialects.ids())
                    .anyMatch("bedrock"::equals)
                    .anyMatch("vertex"::equals);
        }
    }

    private static URL[] others() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String path = entry.replace(File.separatorChar, '/');
            if (!path.contains("/software/amazon/") && !path.contains("/com/google/auth/")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
