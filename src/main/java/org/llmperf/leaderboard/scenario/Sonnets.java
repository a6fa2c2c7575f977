package org.llmperf.leaderboard.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text that prompts are made of: sonnets 18, 6, 100, 22, 52 and 59 of Shakespeare, 84 lines, in the spelling and order
 * that LLMPerf uses.
 */
final class Sonnets {
    private static final String RESOURCE = "/sonnets.txt";

    private Sonnets() {}

    /** In the order of the file, each with its newline; the last has none, so it runs into the line that follows it. */
    static List<String> lines() {
        try (InputStream file = Sonnets.class.getResourceAsStream(RESOURCE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("(?<=\n)"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
