package org.llmperf.leaderboard.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AwayNoticeTest {
    private static Answer answer(String type, String text) {
        return Answer.of("7", List.of(Map.entry("Content-Type", type)), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_kept_page_says_before_its_content_that_the_database_is_away() {
        Answer page = answer("text/html;charset=UTF-8", "<header>ü</header><main id=\"content\"><h1>Board</h1></main>");
        assertThat(AwayNotice.fits(page)).isTrue();
        assertThat(AwayNotice.on(page).toString(StandardCharsets.UTF_8))
                .startsWith("<header>ü</header><p class=\"notice warning\"")
                .contains("The database does not answer just now.")
                .endsWith("<main id=\"content\"><h1>Board</h1></main>");
    }

    @Test
    void what_programs_read_stays_as_it_is() {
        assertThat(AwayNotice.fits(answer("application/json", "{}"))).isFalse();
    }
}
