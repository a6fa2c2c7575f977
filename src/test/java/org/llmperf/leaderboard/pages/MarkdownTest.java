package org.llmperf.leaderboard.pages;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MarkdownTest {

    @Test
    void headings_can_be_linked_to() {
        assertThat(Markdown.html("## What we do not measure"))
                .isEqualTo("<h2 id=\"what-we-do-not-measure\">What we do not measure</h2>\n");
    }

    @Test
    void tables_become_tables() {
        assertThat(Markdown.html("| a | b |\n|---|---|\n| 1 | 2 |")).contains("<th>a</th>", "<td>2</td>");
    }

    @Test
    void markup_within_a_document_is_text() {
        assertThat(Markdown.html("<script>alert(1)</script>")).doesNotContain("<script>");
    }

    @Test
    void a_missing_document_is_an_error_that_names_it() {
        assertThatThrownBy(() -> Markdown.htmlOf("docs/none.md"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("docs/none.md");
    }
}
