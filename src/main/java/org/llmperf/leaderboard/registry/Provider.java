package org.llmperf.leaderboard.registry;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/**
 * Who can be asked, where, and in which words.
 *
 * @param slug as it stands in addresses
 * @param disclosure what a reader should know of the provider's relation to this board
 * @param api the dialect its endpoint speaks, for example {@code openai}
 * @param baseUrl the part before the dialect's own path; absent exactly for a simulated provider, whose address is known
 *     only once it runs
 * @param apiKey the NAME of the environment variable that holds the key, never a key; absent when none is needed
 * @param simulation how a simulated provider behaves; absent for a real one
 */
public record Provider(
        String slug,
        String name,
        URI homepage,
        Optional<String> disclosure,
        String api,
        Optional<URI> baseUrl,
        Optional<String> apiKey,
        Optional<SimulatorSettings> simulation) {

    private static final String SIMULATED = " (simulated)";

    public boolean simulated() {
        return simulation.isPresent();
    }

    /** The name, marked as simulated where it is: once, since the name may say so itself. */
    public String markedName() {
        return simulated() && !name.toLowerCase(Locale.ROOT).endsWith(SIMULATED) ? name + SIMULATED : name;
    }
}
