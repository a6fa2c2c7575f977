package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One parameter of an address as it was given.
 *
 * @param values in the order of the address; an empty one counts as not given, since forms send them
 */
public record Parameter(String name, List<String> values) {

    public Parameter {
        values = values.stream().filter(value -> !value.isBlank()).distinct().toList();
    }

    /**
     * @param read absent for a value that is not allowed
     * @throws BadQueryException if two different values were given or the one is not allowed
     */
    public <T> Optional<T> read(Function<String, Optional<T>> read, List<String> allowed) {
        if (values.size() > 1) {
            throw new BadQueryException(name, String.join(" and ", values), allowed);
        }
        return values.stream()
                .findFirst()
                .map(value -> read.apply(value).orElseThrow(() -> new BadQueryException(name, value, allowed)));
    }

    /** One of a list of words. */
    public Optional<String> oneOf(List<String> allowed) {
        return read(value -> Optional.of(value).filter(allowed::contains), allowed);
    }
}
