package org.llmperf.leaderboard.registry;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OfferingTest {
    private static Offering offering(Map<String, Object> parameters) {
        var url = URI.create("https://api.example.org/v1");
        var provider = new Provider(
                "p", "P", url, Optional.empty(), "openai", Optional.of(url), Optional.empty(), Optional.empty());
        return new Offering(provider, new Model("m"), "m", parameters, Optional.empty());
    }

    @Test
    void further_parameters_win_and_objects_are_joined() {
        Offering offering = offering(Map.of("a", 1, "b", Map.of("x", 1, "y", 1), "c", 1));
        assertThat(offering.with(Map.of("a", 2, "b", Map.of("y", 2), "c", Map.of("z", 2)))
                        .parameters())
                .isEqualTo(Map.of("a", 2, "b", Map.of("x", 1, "y", 2), "c", Map.of("z", 2)));
    }

    @Test
    void defaults_hold_where_the_offering_says_nothing() {
        Map<String, Object> none = new HashMap<>();
        none.put("temperature", null);
        Offering offering = offering(none).withDefaults(Map.of("temperature", 0.0, "seed", 1));
        assertThat(offering.parameters()).containsEntry("temperature", null).containsEntry("seed", 1);
    }
}
