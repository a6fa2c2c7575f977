package org.llmperf.leaderboard.registry;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;

class BuiltInRegistryTest {
    private static final int REQUESTS = 150;
    private static final int WORKERS = 5;
    private static final int TOKENS = 150;

    private final Registry registry = new RegistryReader(Dialects.ids()).readBuiltIn();

    @Test
    void the_index_names_every_file() throws IOException {
        Path folder = Path.of("src/main/resources/registry");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.txt"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("index.txt"))).isEqualTo(names);
            assertThat(registry.providers()).hasSameSizeAs(names);
        }
    }

    @Test
    void real_providers_name_a_key_and_simulated_ones_say_what_they_are() {
        assertThat(registry.providers()).allSatisfy(provider -> {
            if (provider.simulated()) {
                assertThat(provider.name()).endsWith(" (simulated)");
                assertThat(provider.slug()).startsWith("sim-");
                assertThat(provider.disclosure()).isPresent();
            } else {
                assertThat(provider.apiKey()).isPresent();
                assertThat(provider.baseUrl().orElseThrow()).hasScheme("https");
            }
        });
    }

    @Test
    void a_provider_s_file_may_name_every_variable_that_the_command_line_knows() throws IOException {
        var apis = new YAMLMapper()
                .readTree(Path.of("src/main/resources/llm-apis.yaml").toFile());
        var names = new KeyNames(Set.of());
        assertThat(Stream.of("apis", "litellm")
                        .flatMap(part -> apis.get(part).properties().stream())
                        .map(Map.Entry::getValue))
                .filteredOn(target -> target.has("api-key"))
                .hasSizeGreaterThan(20)
                .allSatisfy(target -> assertThat(names.obstacle(
                                target.get("api-key").asText(),
                                target.get("api").asText()))
                        .isEmpty());
    }

    @Test
    void the_simulated_ones_serve_one_model_so_that_they_can_be_ranked() {
        assertThat(simulated())
                .hasSize(4)
                .extracting(offering -> offering.model().slug())
                .containsOnly("simulated-chat");
    }

    @Test
    void a_round_of_the_simulated_ones_takes_about_a_minute() {
        double seconds = simulated().stream()
                .map(offering -> offering.provider().simulation().orElseThrow())
                .mapToDouble(BuiltInRegistryTest::roundSeconds)
                .sum();
        // 21.3 + 12.1 + 16.7 + 6.7
        assertThat(seconds).isBetween(50.0, 60.0);
    }

    private static double roundSeconds(SimulatorSettings settings) {
        return settings.rateLimit() == 0
                ? REQUESTS / WORKERS * answerSeconds(settings)
                : REQUESTS / (settings.rateLimit() + refusalsPerSecond(settings));
    }

    private static double answerSeconds(SimulatorSettings settings) {
        int lastEvent = (TOKENS - 1) / settings.tokensPerEvent();
        return seconds(settings.ttft())
                + lastEvent * settings.tokensPerEvent() * seconds(settings.itl())
                + settings.stallRate() * seconds(settings.stall());
    }

    /** As many workers as the answers leave free, each refused after the time to first token. */
    private static double refusalsPerSecond(SimulatorSettings settings) {
        double free = WORKERS - settings.rateLimit() * answerSeconds(settings);
        return free / seconds(settings.ttft());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    @Test
    void the_rate_limited_one_refuses_far_more_than_the_tenth_that_costs_it_its_rank() {
        SimulatorSettings settings = registry.provider("sim-rate-limited")
                .flatMap(Provider::simulation)
                .orElseThrow();
        double refused = refusalsPerSecond(settings);
        assertThat(refused / (refused + settings.rateLimit())).isGreaterThan(0.5);
        // on a slow machine answers take longer and workers ask less often; 1.3 times as long is still over the limit
        assertThat(WORKERS / (1.3 * answerSeconds(settings))).isGreaterThan(settings.rateLimit());
    }

    private List<Offering> simulated() {
        return registry.offerings().stream()
                .filter(offering -> offering.provider().simulated())
                .toList();
    }
}
