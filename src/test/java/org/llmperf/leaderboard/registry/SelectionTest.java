package org.llmperf.leaderboard.registry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTest {
    private static final Offering HOSTED = offering("hosted", Optional.of("HOSTED_KEY"), Optional.empty());
    private static final Offering LOCAL = offering("local", Optional.empty(), Optional.empty());
    private static final Offering SIMULATED = offering("sim", Optional.empty(), Optional.of(SimulatorSettings.STEADY));

    private static Offering offering(String slug, Optional<String> key, Optional<SimulatorSettings> simulation) {
        var provider = new Provider(
                slug,
                slug,
                URI.create("https://example.com"),
                Optional.empty(),
                "openai",
                simulation.isPresent() ? Optional.empty() : Optional.of(URI.create("https://example.com/v1")),
                key,
                simulation);
        return new Offering(provider, new Model("m"), "m", Map.of(), Optional.empty());
    }

    private static Registry registry(Offering... offerings) {
        return new Registry(List.of(), List.of(offerings));
    }

    @Test
    void without_any_key_the_simulated_ones_are_measured() {
        Selection selection = registry(HOSTED, SIMULATED).select(key -> false);
        assertThat(selection.measured()).containsExactly(SIMULATED);
        assertThat(selection.notMeasured())
                .containsExactly(new Selection.NotMeasured(HOSTED, "not measured: no key (HOSTED_KEY is not set)"));
    }

    @Test
    void with_a_key_the_real_ones_are_measured_and_the_simulated_ones_are_not() {
        Selection selection = registry(HOSTED, SIMULATED).select("HOSTED_KEY"::equals);
        assertThat(selection.measured()).containsExactly(HOSTED);
        assertThat(selection.notMeasured())
                .containsExactly(new Selection.NotMeasured(
                        SIMULATED, "not measured: simulated providers run only while no real key is present"));
    }

    @Test
    void a_real_one_that_needs_no_key_counts_as_real() {
        Selection selection = registry(HOSTED, LOCAL, SIMULATED).select(key -> false);
        assertThat(selection.measured()).containsExactly(LOCAL);
        assertThat(selection.notMeasured())
                .extracting(Selection.NotMeasured::offering)
                .containsExactly(HOSTED, SIMULATED);
    }
}
