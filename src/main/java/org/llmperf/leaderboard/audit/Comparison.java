package org.llmperf.leaderboard.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Published figures beside the same figures recomputed. What is a value of the data or lies between two of them has to be
 * the same to the last bit. A mean or standard deviation may differ by rounding, since programs add in different orders:
 * by {@link #ROUNDING} of itself at most.
 *
 * @param figures compared
 * @param identical to the last bit
 * @param differences those further apart than rounding explains
 */
public record Comparison(int figures, int identical, List<Difference> differences) {
    public static final double ROUNDING = 1e-12;

    /** Every key of either side is a figure; NaN is the same as nothing. */
    public static Comparison of(Map<String, ?> published, Map<String, ?> recomputed) {
        Set<String> keys = new LinkedHashSet<>(published.keySet());
        keys.addAll(recomputed.keySet());
        int identical = 0;
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            Optional<Object> one = known(published.get(key));
            Optional<Object> other = known(recomputed.get(key));
            if (identical(one, other)) {
                identical++;
            } else if (!rounded(key, one, other)) {
                differences.add(new Difference(key, one, other));
            }
        }
        return new Comparison(keys.size(), identical, List.copyOf(differences));
    }

    public Comparison and(Comparison other) {
        List<Difference> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new Comparison(figures + other.figures, identical + other.identical, List.copyOf(all));
    }

    public boolean equal() {
        return differences.isEmpty();
    }

    /** Equal but for rounding. */
    public int rounded() {
        return figures - identical - differences.size();
    }

    private static Optional<Object> known(Object value) {
        return value instanceof Double number && number.isNaN() ? Optional.empty() : Optional.ofNullable(value);
    }

    private static boolean identical(Optional<Object> one, Optional<Object> other) {
        if (one.equals(other)) {
            return true;
        }
        OptionalDouble first = number(one);
        return first.isPresent() && first.equals(number(other));
    }

    private static boolean rounded(String key, Optional<Object> one, Optional<Object> other) {
        OptionalDouble first = number(one);
        OptionalDouble second = number(other);
        if (!summed(key) || first.isEmpty() || second.isEmpty()) {
            return false;
        }
        double apart = Math.abs(first.getAsDouble() - second.getAsDouble());
        return apart <= ROUNDING * Math.max(Math.abs(first.getAsDouble()), Math.abs(second.getAsDouble()));
    }

    private static boolean summed(String key) {
        return key.contains("mean") || key.contains("stddev");
    }

    /** Also of a number that stands as text, as LLMPerf's least and greatest token counts do. */
    private static OptionalDouble number(Optional<Object> value) {
        try {
            return value.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(new BigDecimal(value.get().toString()).doubleValue());
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
