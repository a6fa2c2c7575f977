package org.llmperf.leaderboard.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.Edition;

import static org.assertj.core.api.Assertions.assertThat;

class AwayNoticeTest {
    private static final Edition NEWEST = new Edition(7, 3, false);

    private static Answer answer(Edition edition, String type, String text) {
        return Answer.of(
                edition,
                Optional.empty(),
                List.of(Map.entry("Content-Type", type)),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Edition edition) {
        Answer page = answer(
                edition, "text/html;charset=UTF-8", "<header>ü</header><main id=\"content\"><h1>Board</h1></main>");
        return AwayNotice.body(page, NEWEST).toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_kept_page_says_before_its_content_that_the_database_is_away() {
        assertThat(page(NEWEST))
                .startsWith("<header>ü</header><p class=\"notice warning\"")
                .contains("The database does not answer just now. This is what was published last")
                .endsWith("<main id=\"content\"><h1>Board</h1></main>");
    }

    @Test
    void progress_of_a_round_makes_no_page_old_but_a_new_edition_does() {
        assertThat(page(new Edition(7, 2, false))).isEqualTo(page(NEWEST));
        assertThat(page(new Edition(6, 0, false)))
                .contains("The database does not answer just now. This is a copy of the page from before");
    }

    @Test
    void what_programs_read_stays_as_it_is_and_a_header_says_so() {
        Answer answer = answer(NEWEST, "application/json", "{}");
        assertThat(AwayNotice.body(answer, NEWEST).toString(StandardCharsets.UTF_8))
                .isEqualTo("{}");
        assertThat(AwayNotice.headers(answer))
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Cache-Control", "no-store")
                .hasEntrySatisfying(
                        AwayNotice.CACHE_STATUS, status -> assertThat(status).contains("the database is away"));
    }
}
