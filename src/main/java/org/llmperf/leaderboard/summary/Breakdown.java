package org.llmperf.leaderboard.summary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;

/**
 * What lies behind a run's metrics: where the time went, how the text came, how its tokens were counted. Over successful
 * requests only; what had no value has no distribution.
 *
 * @param phases in seconds
 * @param quantities in the unit of each
 * @param httpVersions successes by the version that the server spoke
 */
public record Breakdown(
        Map<Phase, Distribution> phases,
        Map<Quantity, Distribution> quantities,
        Map<String, Integer> httpVersions,
        StreamingQuality streaming,
        TokenAccount tokens) {

    /** Of a run without successes, and of runs from before it was kept. */
    public static final Breakdown NONE =
            new Breakdown(Map.of(), Map.of(), Map.of(), StreamingQuality.NONE, TokenAccount.NONE);

    public Breakdown {
        var phaseCopy = new EnumMap<Phase, Distribution>(Phase.class);
        phaseCopy.putAll(phases);
        phases = Collections.unmodifiableMap(phaseCopy);
        var quantityCopy = new EnumMap<Quantity, Distribution>(Quantity.class);
        quantityCopy.putAll(quantities);
        quantities = Collections.unmodifiableMap(quantityCopy);
        httpVersions = Collections.unmodifiableMap(new TreeMap<>(httpVersions));
    }

    public Optional<Distribution> phase(Phase phase) {
        return Optional.ofNullable(phases.get(phase));
    }

    public Optional<Distribution> quantity(Quantity quantity) {
        return Optional.ofNullable(quantities.get(quantity));
    }
}
