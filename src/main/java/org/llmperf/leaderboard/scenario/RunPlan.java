package org.llmperf.leaderboard.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Offering;

/**
 * Everything that is decided before the clock starts.
 *
 * @param seed of the prompts; the same scenario and seed give the same prompts bit for bit
 * @param prompts one for each request, in the order of sending
 * @param promptSetHash SHA-256, in hexadecimal, of all prompts joined by NUL, as UTF-8
 */
public record RunPlan(Offering offering, Scenario scenario, long seed, List<Prompt> prompts, String promptSetHash) {

    /** With the hash of its prompts. */
    public static RunPlan of(Offering offering, Scenario scenario, long seed, List<Prompt> prompts) {
        return new RunPlan(offering, scenario, seed, prompts, hash(prompts));
    }

    /** The most requests that can be under way at once: no more than there are. */
    public int mostUnderWay() {
        return Math.min(scenario.load().mostUnderWay(), prompts.size());
    }

    private static String hash(List<Prompt> prompts) {
        String joined = prompts.stream().map(Prompt::text).collect(Collectors.joining("\0"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
