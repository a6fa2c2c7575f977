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
 * @param seeds of the prompts, one for each {@link Block}; the same scenario and seeds give the same prompts bit for bit
 * @param prompts one for each request, in the order of sending
 * @param promptSetHash SHA-256, in hexadecimal, of all prompts joined by NUL, as UTF-8; of several blocks, of their hashes
 *     joined likewise
 */
public record RunPlan(
        Offering offering, Scenario scenario, List<Long> seeds, List<Prompt> prompts, String promptSetHash) {

    /** A plan of one block. */
    public RunPlan(Offering offering, Scenario scenario, long seed, List<Prompt> prompts, String promptSetHash) {
        this(offering, scenario, List.of(seed), prompts, promptSetHash);
    }

    /** A plan of one block with the hash of its prompts. */
    public static RunPlan of(Offering offering, Scenario scenario, long seed, List<Prompt> prompts) {
        return new RunPlan(offering, scenario, seed, prompts, hash(prompts));
    }

    /** One plan for all the requests of several of the same offering, in their order. */
    static RunPlan join(Scenario scenario, List<RunPlan> blocks) {
        return new RunPlan(
                blocks.get(0).offering(),
                scenario,
                blocks.stream().map(RunPlan::seed).toList(),
                blocks.stream().flatMap(block -> block.prompts().stream()).toList(),
                hashOfBlocks(blocks.stream().map(RunPlan::promptSetHash).toList()));
    }

    /** That of the first block, and of whatever else is drawn. */
    public long seed() {
        return seeds.get(0);
    }

    /** The most requests that can be under way at once: no more than there are. */
    public int mostUnderWay() {
        return Math.min(scenario.load().mostUnderWay(), prompts.size());
    }

    private static String hash(List<Prompt> prompts) {
        return hashOf(prompts.stream().map(Prompt::text).collect(Collectors.joining("\0")));
    }

    /** The hash of a whole prompt set from those of its blocks; of a single block its own. */
    public static String hashOfBlocks(List<String> hashes) {
        return hashes.size() == 1 ? hashes.get(0) : hashOf(String.join("\0", hashes));
    }

    private static String hashOf(String joined) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
