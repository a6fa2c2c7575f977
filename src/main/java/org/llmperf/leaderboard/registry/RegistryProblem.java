package org.llmperf.leaderboard.registry;

/**
 * One thing wrong in one file.
 *
 * @param key where in the file, for example {@code models[1].slug}
 * @param sentence what is wrong and what would be right
 */
public record RegistryProblem(String file, String key, String sentence) {
    @Override
    public String toString() {
        return file + ": " + key + ": " + sentence;
    }
}
