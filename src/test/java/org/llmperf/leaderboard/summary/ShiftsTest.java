package org.llmperf.leaderboard.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShiftsTest {

    private static List<SeriesValue> series(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> new SeriesValue(value, Optional.empty()))
                .toList();
    }

    /** The level and a fiftieth more, in turn. */
    private static double[] swinging(double level, int rounds) {
        return IntStream.range(0, rounds)
                .mapToDouble(i -> level * (i % 2 == 0 ? 1 : 1.02))
                .toArray();
    }

    private static double[] joined(double[]... parts) {
        return DoubleStream.concat(
                        DoubleStream.of(parts[0]),
                        parts.length == 1 ? DoubleStream.empty() : DoubleStream.of(joined(rest(parts))))
                .toArray();
    }

    private static double[][] rest(double[]... parts) {
        return List.of(parts).subList(1, parts.length).toArray(double[][]::new);
    }

    private static List<Shift> ratio(double[]... parts) {
        return Shifts.of(series(joined(parts)), Shifts.Scale.RATIO);
    }

    @Test
    void a_step_is_found_where_it_is_with_the_medians_on_its_sides() {
        List<Shift> shifts = ratio(swinging(1, 20), swinging(1.5, 20));
        assertThat(shifts).hasSize(1);
        Shift shift = shifts.get(0);
        assertThat(shift.at()).isEqualTo(20);
        // before: 1.02 1 1.02 1 1.02; after: 1.5 1.53 1.5 1.53 1.5
        assertThat(shift.before()).isCloseTo(1.02, within(1e-12));
        assertThat(shift.after()).isCloseTo(1.5, within(1e-12));
        // elsewhere the medians differ by 1.02 always; the clearest round is a neighbour, 1.53 against 1.02
        assertThat(shift.score()).isCloseTo(Math.log(1.5) / (1.4826 * Math.log(1.02)), within(1e-9));
    }

    @Test
    void steps_up_and_down_are_both_found() {
        assertThat(ratio(swinging(1, 15), swinging(0.6, 15), swinging(1, 15)))
                .extracting(Shift::at)
                .containsExactly(15, 30);
    }

    @Test
    void one_bad_week_or_two_are_none() {
        double[] values = swinging(1, 40);
        values[20] = 3;
        values[39] = 3;
        assertThat(ratio(values)).isEmpty();
        values[21] = 3;
        assertThat(ratio(values)).isEmpty();
    }

    @Test
    void the_newest_three_are_enough_and_two_are_not() {
        assertThat(ratio(swinging(1, 20), swinging(1.5, 2))).isEmpty();
        assertThat(ratio(swinging(1, 20), swinging(1.5, 3)))
                .extracting(Shift::at)
                .containsExactly(20);
    }

    @Test
    void what_is_clear_but_small_is_not_spoken_of() {
        double[] exact = IntStream.range(0, 20).mapToDouble(i -> 1).toArray();
        double[] nine = IntStream.range(0, 20).mapToDouble(i -> 1.09).toArray();
        double[] eleven = IntStream.range(0, 20).mapToDouble(i -> 1.11).toArray();
        assertThat(ratio(exact, nine)).isEmpty();
        assertThat(ratio(exact, eleven)).hasSize(1);
    }

    @Test
    void values_that_are_themselves_uncertain_must_move_more() {
        double[] step = joined(swinging(1, 20), swinging(1.3, 20));
        List<SeriesValue> uncertain = DoubleStream.of(step)
                .mapToObj(value -> new SeriesValue(value, Optional.of(new Interval(value * 0.8, value * 1.25))))
                .toList();
        assertThat(Shifts.of(series(step), Shifts.Scale.RATIO)).hasSize(1);
        assertThat(Shifts.of(uncertain, Shifts.Scale.RATIO)).isEmpty();
    }

    @Test
    void a_rate_shifts_by_points() {
        double[] well = IntStream.range(0, 20).mapToDouble(i -> 1).toArray();
        double[] worse = IntStream.range(0, 20).mapToDouble(i -> 0.96).toArray();
        double[] bad = IntStream.range(0, 20).mapToDouble(i -> 0.9).toArray();
        assertThat(Shifts.of(series(joined(well, worse)), Shifts.Scale.DIFFERENCE))
                .isEmpty();
        assertThat(Shifts.of(series(joined(well, bad)), Shifts.Scale.DIFFERENCE))
                .hasSize(1);
    }

    @Test
    void a_gap_changes_nothing() {
        List<SeriesValue> whole = series(joined(swinging(1, 20), swinging(1.5, 20)));
        List<SeriesValue> withGap = new ArrayList<>(whole);
        withGap.subList(8, 12).clear();
        Shift before = Shifts.of(whole, Shifts.Scale.RATIO).get(0);
        Shift after = Shifts.of(withGap, Shifts.Scale.RATIO).get(0);
        assertThat(withGap.get(after.at())).isSameAs(whole.get(before.at()));
        assertThat(after.before()).isEqualTo(before.before());
        assertThat(after.after()).isEqualTo(before.after());
    }

    @Test
    void a_short_series_says_nothing() {
        assertThat(ratio(swinging(1, 6), swinging(2, 5))).isEmpty();
        assertThat(ratio(swinging(1, 6), swinging(2, 6))).hasSize(1);
        assertThat(Shifts.of(List.of(), Shifts.Scale.RATIO)).isEmpty();
    }

    /** Noise of a twentieth: by itself, with one wild week in fifty, hanging together a little and very much. */
    @Test
    void noise_shows_nothing() {
        double[] alone = falseShares(0, 0);
        double[] wild = falseShares(0, 0.02);
        double[] dependent = falseShares(0.5, 0);
        double[] wandering = falseShares(0.9, 0);
        System.out.printf(
                "series of noise with a shift found, of 26, 52, 104 rounds: independent %.4f %.4f %.4f, with wild weeks"
                        + " %.4f %.4f %.4f, correlated 0.5: %.4f %.4f %.4f, 0.9: %.4f %.4f %.4f%n",
                alone[0],
                alone[1],
                alone[2],
                wild[0],
                wild[1],
                wild[2],
                dependent[0],
                dependent[1],
                dependent[2],
                wandering[0],
                wandering[1],
                wandering[2]);
        assertThat(DoubleStream.of(alone)).allMatch(share -> share <= 0.002);
        assertThat(DoubleStream.of(wild)).allMatch(share -> share <= 0.01);
        assertThat(DoubleStream.of(dependent)).allMatch(share -> share <= 0.015);
        assertThat(DoubleStream.of(wandering)).allMatch(share -> share <= 0.06);
    }

    private static double[] falseShares(double memory, double wildWeeks) {
        var random = new SplittableRandom(20261124);
        return IntStream.of(26, 52, 104)
                .mapToDouble(rounds -> IntStream.range(0, 1000)
                                .filter(i -> !Shifts.of(noise(rounds, memory, wildWeeks, random), Shifts.Scale.RATIO)
                                        .isEmpty())
                                .count()
                        / 1000.0)
                .toArray();
    }

    private static List<SeriesValue> noise(int rounds, double memory, double wildWeeks, SplittableRandom random) {
        var values = new ArrayList<SeriesValue>();
        double wander = 0.05 / Math.sqrt(1 - memory * memory) * random.nextGaussian();
        for (int i = 0; i < rounds; i++) {
            wander = memory * wander + 0.05 * random.nextGaussian();
            double value = Math.exp(wander + (random.nextDouble() < wildWeeks ? Math.log(2) : 0));
            values.add(new SeriesValue(value, Optional.empty()));
        }
        return values;
    }
}
