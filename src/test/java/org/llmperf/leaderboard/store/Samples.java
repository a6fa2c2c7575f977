package org.llmperf.leaderboard.store;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/**
 * Five weeks of an invented board, the same in every test: four measured providers, one whose key is missing, two models.
 *
 * <ul>
 *   <li>alder: first to answer.
 *   <li>birch: the most tokens a second; its run of the second week is cut off for a lack of processor time (invalid).
 *   <li>cedar: near alder in the first token (they tie), reasons before it answers, loses some requests.
 *   <li>dogwood: simulated, fails one request in six, so it has no rank; not measured by our fault in the third week.
 *   <li>elm: known, its key is missing.
 * </ul>
 */
public final class Samples {
    public static final String REGION = "us-west-2";
    public static final String METHOD_VERSION = "1";

    public static final Model LARGE = new Model("llama-3.3-70b");
    public static final Model SMALL = new Model("llama-3.1-8b");

    public static final Scenario SCENARIO = ScenarioReader.builtIn("llmperf-550-150");

    public static final Provider ALDER = provider("alder", "Alder Cloud", Optional.empty());
    public static final Provider BIRCH =
            provider("birch", "Birch Inference", Optional.of("Birch Inference pays for this board's machines."));
    public static final Provider CEDAR = provider("cedar", "Cedar <AI> & Söhne", Optional.empty());
    public static final Provider DOGWOOD = new Provider(
            "dogwood",
            "Dogwood (simulated)",
            URI.create("https://dogwood.example/"),
            Optional.of("Not a real provider: it runs inside this program."),
            "openai",
            Optional.empty(),
            Optional.empty(),
            Optional.of(new SimulatorSettings(
                    Duration.ofMillis(400),
                    Duration.ofMillis(25),
                    0.2,
                    3,
                    0.05,
                    Duration.ofSeconds(1),
                    0.1,
                    0.05,
                    0,
                    7)));
    public static final Provider ELM = provider("elm", "Elm Compute", Optional.empty());

    /** Mondays, 09:00 UTC: 2026-W44 to 2026-W48. */
    public static final List<Instant> ROUND_STARTS = List.of(
            Instant.parse("2026-10-26T09:00:00Z"),
            Instant.parse("2026-11-02T09:00:00Z"),
            Instant.parse("2026-11-09T09:00:00Z"),
            Instant.parse("2026-11-16T09:00:00Z"),
            Instant.parse("2026-11-23T09:00:00Z"));

    public static final String NO_KEY = "not measured: no key";

    private static final Map<String, SampleRun.Character> CHARACTERS = Map.of(
            "alder/llama-3.3-70b", new SampleRun.Character(320, 14, 2, 0, 0),
            "birch/llama-3.3-70b", new SampleRun.Character(510, 5, 4, 0, 75),
            "cedar/llama-3.3-70b", new SampleRun.Character(324, 22, 1, 12, 24),
            "dogwood/llama-3.3-70b", new SampleRun.Character(400, 25, 3, 0, 6),
            "alder/llama-3.1-8b", new SampleRun.Character(180, 6, 2, 0, 0),
            "birch/llama-3.1-8b", new SampleRun.Character(240, 3, 4, 0, 0),
            "cedar/llama-3.1-8b", new SampleRun.Character(200, 9, 1, 0, 50));

    private Samples() {}

    public static Registry registry() {
        return new Registry(
                List.of(ALDER, BIRCH, CEDAR, DOGWOOD, ELM),
                List.of(
                        offering(ALDER, SMALL),
                        offering(ALDER, LARGE),
                        offering(BIRCH, SMALL),
                        offering(BIRCH, LARGE),
                        offering(CEDAR, SMALL),
                        offering(CEDAR, LARGE),
                        offering(DOGWOOD, LARGE),
                        offering(ELM, LARGE)));
    }

    /** What a round asks, in the order of measuring; the others of the registry have no key. */
    public static List<Offering> measured() {
        return registry().offerings().stream()
                .filter(offering -> !offering.provider().equals(ELM))
                .toList();
    }

    public static Offering offering(Provider provider, Model model) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (provider.equals(CEDAR)) {
            parameters.put("reasoning", Map.of("effort", "low"));
            parameters.put("top_p", 0.95);
        }
        Optional<Price> price = provider.equals(DOGWOOD)
                ? Optional.empty()
                : Optional.of(new Price(new BigDecimal("0.60"), new BigDecimal("0.775")));
        return new Offering(provider, model, "meta/" + model.slug() + "-instruct", parameters, price);
    }

    /**
     * The run of one offering in one week, with 150 requests.
     *
     * @param week 0 to 4, index into {@link #ROUND_STARTS}
     */
    public static Run run(Offering offering, int week) {
        return slower(offering, week, 1);
    }

    /**
     * The same of an offering that takes longer for everything.
     *
     * @param week any from 0
     */
    public static Run slower(Offering offering, int week, double times) {
        return SampleRun.of(offering, week, CHARACTERS.get(offering.slug()).slower(times));
    }

    /** Monday of that week, 09:00 UTC. */
    static Instant start(int week) {
        return ROUND_STARTS.get(0).plus(7L * week, ChronoUnit.DAYS);
    }

    /** Whether the week's run of the offering failed by our own fault. */
    public static boolean failed(Offering offering, int week) {
        return offering.provider().equals(DOGWOOD) && week == 2;
    }

    private static Provider provider(String slug, String name, Optional<String> disclosure) {
        return new Provider(
                slug,
                name,
                URI.create("https://" + slug + ".example/"),
                disclosure,
                "openai",
                Optional.of(URI.create("https://api." + slug + ".example/v1")),
                Optional.of(slug.toUpperCase(Locale.ROOT) + "_API_KEY"),
                Optional.empty());
    }
}
