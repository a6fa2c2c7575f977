package org.llmperf.leaderboard.llmperf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two files of one run, in either of two layouts: side by side, as LLMPerf and {@code bench} write them, or in two
 * folders, as the leaderboard of 2023 published them.
 *
 * @param name of the run, for people
 */
public record ResultPair(String name, Path summary, Path individual) {
    private static final String SUMMARY = "_summary.json";
    private static final String INDIVIDUAL = "_individual_responses.json";
    private static final String SUMMARY_FOLDER = "summary";
    private static final String INDIVIDUAL_FOLDER = "individual";
    private static final String JSON = ".json";

    /** LLMPerf's other test writes files of the same endings, which hold no load test. */
    private static final String CORRECTNESS = "_correctness";

    /**
     * @return every pair in the folder and those below it, by name; a file without its partner is passed over
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static List<ResultPair> find(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.flatMap(file -> withSummary(file).stream())
                    .sorted(Comparator.comparing(ResultPair::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /**
     * @return every file in the folder and those below it that is one half of a pair without the other
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static List<Path> halves(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isHalf(file) && with(file).isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /** What to say of one of the {@link #halves}. */
    public static String passedOver(Path half) {
        return half + " is passed over: the file that belongs to it is missing";
    }

    private static boolean isHalf(Path file) {
        String name = file.getFileName().toString();
        boolean loadTest = !name.endsWith(CORRECTNESS + SUMMARY) && !name.endsWith(CORRECTNESS + INDIVIDUAL);
        boolean beside = name.endsWith(SUMMARY) || name.endsWith(INDIVIDUAL);
        boolean apart = name.endsWith(JSON) && (inFolder(file, SUMMARY_FOLDER) || inFolder(file, INDIVIDUAL_FOLDER));
        return loadTest && (beside || apart);
    }

    /** The pair that the file, a summary or individual responses, is one half of; absent if the other half is missing. */
    public static Optional<ResultPair> with(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(INDIVIDUAL)) {
            return withSummary(file.resolveSibling(without(name, INDIVIDUAL) + SUMMARY));
        }
        return inFolder(file, INDIVIDUAL_FOLDER)
                ? withSummary(file.toAbsolutePath()
                        .getParent()
                        .resolveSibling(SUMMARY_FOLDER)
                        .resolve(name))
                : withSummary(file);
    }

    private static Optional<ResultPair> withSummary(Path summary) {
        String name = summary.getFileName().toString();
        if (name.endsWith(SUMMARY) && !name.endsWith(CORRECTNESS + SUMMARY)) {
            String run = without(name, SUMMARY);
            return existing(new ResultPair(run, summary, summary.resolveSibling(run + INDIVIDUAL)));
        }
        if (name.endsWith(JSON) && inFolder(summary, SUMMARY_FOLDER)) {
            Path folder = summary.toAbsolutePath().getParent().resolveSibling(INDIVIDUAL_FOLDER);
            return existing(new ResultPair(without(name, JSON), summary, folder.resolve(name)));
        }
        return Optional.empty();
    }

    private static Optional<ResultPair> existing(ResultPair pair) {
        return Optional.of(pair).filter(p -> Files.isRegularFile(p.summary) && Files.isRegularFile(p.individual));
    }

    private static boolean inFolder(Path file, String folder) {
        Path parent = file.toAbsolutePath().getParent();
        return parent != null && parent.endsWith(folder);
    }

    private static String without(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }

    /**
     * @throws UnreadableResultsException naming the file, if it holds something else
     */
    public ResultFiles read() {
        return new ResultFiles(
                name,
                ResultReader.summary(summary, summaryText()),
                ResultReader.individual(individual, individualText()));
    }

    /** The summary's file as it is. */
    public String summaryText() {
        return ResultReader.text(summary);
    }

    /** The individual responses' file as it is. */
    public String individualText() {
        return ResultReader.text(individual);
    }
}
