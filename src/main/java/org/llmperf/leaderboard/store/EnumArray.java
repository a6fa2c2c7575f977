package org.llmperf.leaderboard.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;

/** An {@link EnumMap} as an array in the order of the constants, null where the map has nothing. */
final class EnumArray {
    private EnumArray() {}

    static <E extends Enum<E>, V> V[] of(Class<E> type, Map<E, V> map, IntFunction<V[]> newArray) {
        V[] array = newArray.apply(type.getEnumConstants().length);
        map.forEach((constant, value) -> array[constant.ordinal()] = value);
        return array;
    }

    /** Reads older rows too, written when there were fewer constants. */
    static <E extends Enum<E>, V> Map<E, V> toMap(Class<E> type, V[] array) {
        Map<E, V> map = new EnumMap<>(type);
        E[] constants = type.getEnumConstants();
        for (int i = 0; i < array.length; i++) {
            if (array[i] != null) {
                map.put(constants[i], array[i]);
            }
        }
        return map;
    }
}
