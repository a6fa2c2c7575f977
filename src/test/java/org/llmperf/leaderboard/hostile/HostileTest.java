package org.llmperf.leaderboard.hostile;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks on the packaged program with a heap of 256 MB, all over loopback, bounded in count and time, while it measures a
 * round. Prints what was sent, what came back, memory and how long a kept page took, and the round's figures beside those of a
 * quiet round of another process.
 *
 * <pre>{@code mvn -q -DskipTests package && mvn -q -Phostile test}</pre>
 */
@EnabledIfSystemProperty(named = "hostile", matches = "true")
class HostileTest {

    @Test
    void a_board_under_attack_stays_up() throws Exception {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hostile-");
        Map<String, String> quiet;
        try (var board = new HostileBoard(home.resolve("quiet"))) {
            quiet = board.figures();
        }
        try (var board = new HostileBoard(home.resolve("attacked"))) {
            print(
                    "attack",
                    "sent",
                    "came back",
                    "heap before, after (MB)",
                    "kept page p50, worst (ms)",
                    "within 100 ms");
            for (HostileAttack attack : HostileAttack.all(board.home())) {
                attack(board, attack);
            }
            Map<String, String> attacked = board.figures();
            quiet.forEach((row, figures) -> print("round", row, "quiet " + figures, "attacked " + attacked.get(row)));
            assertThat(attacked.keySet()).isEqualTo(quiet.keySet());
        }
    }

    private static void attack(HostileBoard board, HostileAttack attack) throws Exception {
        long before = board.heapMegabytes();
        Map<String, Integer> came;
        String sent = attack.sent();
        try (var reader = new HostileReader(board.home())) {
            came = attack.run();
            List<Long> millis = reader.millis();
            long quick = millis.stream().filter(one -> one <= 100).count();
            print(
                    attack.name(),
                    sent,
                    came.toString(),
                    before + ", " + board.heapMegabytes(),
                    millis.get(millis.size() / 2) + ", " + millis.get(millis.size() - 1),
                    String.format(Locale.ROOT, "%d of %d", quick, millis.size()));
        }
        assertThat(board.isAlive()).as("alive after " + attack.name()).isTrue();
    }

    private static void print(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    /** For attacks and readers alike. */
    static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
