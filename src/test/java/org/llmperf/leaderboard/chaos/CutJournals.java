package org.llmperf.leaderboard.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Cuts the journals of a dead worker at random bytes, as a power failure may, and remembers which requests that destroyed. */
final class CutJournals {
    private static final Pattern ID = Pattern.compile("\"requestId\":\"([^\"]+)\"");

    private final Random random;
    private final Set<String> destroyed = new HashSet<>();
    private int count;

    CutJournals(Random random) {
        this.random = random;
    }

    void cut(Path data) throws IOException {
        for (Path journal : journals(data.resolve("spool"))) {
            byte[] whole = Files.readAllBytes(journal);
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            Files.write(journal, cut);
            count++;
            String left = new String(cut, UTF_8);
            Set<String> lost = ids(new String(whole, UTF_8));
            lost.removeAll(ids(left.substring(0, left.lastIndexOf('\n') + 1)));
            destroyed.addAll(lost);
        }
    }

    static List<Path> journals(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }

    private static Set<String> ids(String text) {
        return ID.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(HashSet::new));
    }

    int count() {
        return count;
    }

    /** Provider's ids of requests whose lines were cut. */
    Set<String> destroyed() {
        return destroyed;
    }
}
