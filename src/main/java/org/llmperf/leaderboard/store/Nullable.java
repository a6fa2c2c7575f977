package org.llmperf.leaderboard.store;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What is absent in a record is null in a column. */
final class Nullable {
    private Nullable() {}

    static Double of(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    static Integer of(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    static OptionalDouble toOptional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static OptionalInt toOptional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
