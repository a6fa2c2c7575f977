package org.llmperf.leaderboard.measurement;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class PhaseTest {

    @Test
    void phases_follow_each_other_and_add_up_to_the_whole_answer() {
        Map<Phase, Double> phases = Phase.of(millis(Map.ofEntries(
                Map.entry(Moment.INTENDED, 90),
                Map.entry(Moment.STARTED, 100),
                Map.entry(Moment.RESOLVED, 102),
                Map.entry(Moment.CONNECTED, 112),
                Map.entry(Moment.SECURED, 132),
                Map.entry(Moment.SENT, 133),
                Map.entry(Moment.HEADERS, 183),
                Map.entry(Moment.FIRST_BYTE, 184),
                Map.entry(Moment.FIRST_REASONING, 190),
                Map.entry(Moment.FIRST_CONTENT, 290),
                Map.entry(Moment.LAST_CONTENT, 1290),
                Map.entry(Moment.ENDED, 1300))));

        assertThat(phases)
                .containsExactly(
                        Map.entry(Phase.DNS, 0.002),
                        Map.entry(Phase.TCP, 0.010),
                        Map.entry(Phase.TLS, 0.020),
                        Map.entry(Phase.WRITE, 0.001),
                        Map.entry(Phase.STATUS, 0.050),
                        Map.entry(Phase.FIRST_BYTE, 0.001),
                        Map.entry(Phase.FIRST_REASONING, 0.006),
                        Map.entry(Phase.FIRST_CONTENT, 0.100),
                        Map.entry(Phase.CONTENT, 1.000),
                        Map.entry(Phase.END, 0.010));
        assertThat(sum(phases)).isEqualTo(1.2, offset(1e-12));
    }

    @Test
    void what_was_not_seen_has_no_phase_and_its_time_goes_to_the_next() {
        Map<Phase, Double> phases = Phase.of(millis(Map.of(
                Moment.STARTED, 0, Moment.CONNECTED, 5, Moment.SENT, 6, Moment.FIRST_CONTENT, 106, Moment.ENDED, 110)));

        assertThat(phases)
                .containsExactly(
                        Map.entry(Phase.TCP, 0.005),
                        Map.entry(Phase.WRITE, 0.001),
                        Map.entry(Phase.FIRST_CONTENT, 0.100),
                        Map.entry(Phase.END, 0.004));
    }

    @Test
    void reasoning_after_the_answer_began_is_no_phase() {
        Map<Phase, Double> phases = Phase.of(millis(Map.of(
                Moment.STARTED, 0,
                Moment.FIRST_REASONING, 150,
                Moment.FIRST_CONTENT, 100,
                Moment.LAST_CONTENT, 200,
                Moment.ENDED, 200)));

        assertThat(phases)
                .containsExactly(
                        Map.entry(Phase.FIRST_CONTENT, 0.1), Map.entry(Phase.CONTENT, 0.1), Map.entry(Phase.END, 0.0));
    }

    @Test
    void without_a_start_there_is_nothing_to_count_from() {
        assertThat(Phase.of(millis(Map.of(Moment.CONNECTED, 5, Moment.ENDED, 10))))
                .isEmpty();
    }

    private static double sum(Map<Phase, Double> phases) {
        return phases.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Timeline millis(Map<Moment, Integer> millis) {
        var instants = new EnumMap<Moment, Long>(Moment.class);
        millis.forEach((moment, at) -> instants.put(moment, at * 1_000_000L));
        return new Timeline(instants);
    }
}
