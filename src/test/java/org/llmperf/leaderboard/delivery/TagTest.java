package org.llmperf.leaderboard.delivery;

import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.Edition;

import static org.assertj.core.api.Assertions.assertThat;

class TagTest {
    private static final String TAG = tag("", new Edition(7, 0, false), Encoding.IDENTITY);

    private static String tag(String accept, Edition edition, Encoding encoding) {
        return Tag.of(new Question("/api/v1/leaderboard", accept), edition, encoding);
    }

    @Test
    void another_accepted_media_type_has_another_tag() {
        var edition = new Edition(7, 0, false);
        assertThat(tag("text/csv", edition, Encoding.IDENTITY))
                .isNotEqualTo(tag("application/json", edition, Encoding.IDENTITY));
    }

    @Test
    void another_edition_another_step_and_another_encoding_have_another_tag() {
        assertThat(TAG).matches("\"[0-9a-f]+-7\"");
        assertThat(tag("", new Edition(8, 0, false), Encoding.IDENTITY)).isNotEqualTo(TAG);
        assertThat(tag("", new Edition(7, 3, false), Encoding.IDENTITY)).isNotEqualTo(TAG);
        assertThat(tag("", new Edition(7, 0, false), Encoding.GZIP)).isNotEqualTo(TAG);
    }

    @Test
    void one_of_several_tags_matches_also_a_weak_one() {
        assertThat(Tag.matches(TAG, TAG)).isTrue();
        assertThat(Tag.matches("\"other\", W/" + TAG, TAG)).isTrue();
        assertThat(Tag.matches("\"other\"", TAG)).isFalse();
        assertThat(Tag.matches("*", TAG)).isFalse();
        assertThat(Tag.matches(null, TAG)).isFalse();
    }
}
