package org.llmperf.leaderboard.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Offering;

/** Decides everything about a run before its clock starts, so that no prompt is made while requests wait for it. */
public final class RunPlanner {
    private final PromptMaker prompts;

    public RunPlanner(PromptMaker prompts) {
        this.prompts = prompts;
    }

    /**
     * @throws IllegalArgumentException if the scenario's lengths are so short that no prompt can be made
     */
    public RunPlan plan(Offering offering, Scenario scenario, long seed) {
        List<Prompt> made = prompts.make(scenario, seed);
        return new RunPlan(offering, scenario, seed, made, hash(made));
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
