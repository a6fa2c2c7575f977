package org.llmperf.leaderboard.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical.Weighted;
import org.llmperf.leaderboard.scenario.LengthDistribution.Fixed;
import org.llmperf.leaderboard.scenario.LengthDistribution.Lognormal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Normal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Uniform;
import org.llmperf.leaderboard.scenario.LoadShape.ClosedLoop;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioWriterTest {

    static Stream<Scenario> scenarios() {
        Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));
        Optional<Duration> none = Optional.empty();
        var counted = new Empirical(List.of(new Weighted(100, 0.25), new Weighted(800, 3)));
        return Stream.concat(
                ScenarioReader.builtInIds().stream().map(ScenarioReader::builtIn),
                Stream.of(
                        scenario(new Normal(550, 150), new ClosedLoop(10), none, Connections.FRESH),
                        scenario(new Fixed(7), new ClosedLoop(3), minute, Connections.WARM),
                        scenario(new Uniform(1, 9), new OpenLoop(0.0001, Arrival.POISSON, 5), none, Connections.FRESH),
                        scenario(new Lognormal(9, 4), new OpenLoop(1e5, Arrival.CONSTANT, 1), minute, Connections.WARM),
                        scenario(counted, new OpenLoop(1.0 / 3, Arrival.CONSTANT, 1), none, Connections.FRESH)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void what_is_written_is_read_back_as_it_was(Scenario scenario) {
        String line = ScenarioWriter.oneLine(scenario);

        assertThat(line).startsWith("{").doesNotContain("\n");
        assertThat(ScenarioReader.read("written", line)).isEqualTo(scenario);
    }

    private static Scenario scenario(
            LengthDistribution lengths, LoadShape load, Optional<Duration> duration, Connections connections) {
        Duration limit = Duration.ofMillis(90_500);
        return new Scenario(
                "custom",
                3,
                "One's own: {a}, \"b\" # c",
                lengths,
                lengths,
                12,
                load,
                new Timeouts(limit, limit, limit, limit, limit),
                duration,
                connections);
    }
}
