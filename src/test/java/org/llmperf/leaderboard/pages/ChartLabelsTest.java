package org.llmperf.leaderboard.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.testsupport.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** The script's own placing of names, on random data. */
class ChartLabelsTest {
    private static final String CHECK = """
            let seed = 1;
            const random = (most) => ((seed = (seed * 48271) % 2147483647) / 2147483647) * most;
            let points = 0, named = 0;
            for (let round = 0; round < 2000; round += 1) {
              const n = 1 + Math.floor(random(20));
              const some = (make) => Array.from({ length: n }, make);
              const heights = apart(some(() => random(400)).sort((a, b) => a - b), 14, 0, 400);
              if (heights.some((at, i) => at < -1e-9 || at > 400 + 1e-9 || (i && at - heights[i - 1] < 13.999)))
                return `line ends: ${heights}`;
              const marks = some(() => ({ x: random(600), y: random(350), width: 60 + random(50) }));
              const boxes = nameBoxes(marks, { left: 0, right: 600, top: 0, bottom: 350 });
              points += n;
              named += boxes.filter(Boolean).length;
              for (const [i, box] of boxes.entries()) {
                if (!box) continue;
                if (boxes.some((other, j) => j !== i && other && overlap(box, other))) return `names overlap: ${seed}`;
                if (marks.some((mark, j) => j !== i && distance(box, mark) <= distance(box, marks[i])))
                  return `nearer to another mark: ${seed}`;
              }
            }
            return named / points > 0.9 ? 'right' : `only ${named} of ${points} are named`;
            """;

    @Test
    void names_never_overlap_and_are_nearest_to_their_own_mark() throws IOException {
        String placing;
        try (InputStream in = ChartLabelsTest.class.getResourceAsStream("/META-INF/resources/charts.js")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            placing = script.split("// ---- where names stand ----")[1].split("// ---- the names ----")[0];
        }
        try (Chromium browser = Chromium.open()) {
            assertThat(browser.page(400, true).evaluate("() => {" + placing + CHECK + "}"))
                    .isEqualTo("right");
        }
    }
}
