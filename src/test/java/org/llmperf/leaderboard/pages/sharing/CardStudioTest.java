package org.llmperf.leaderboard.pages.sharing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.pages.About;

import static org.assertj.core.api.Assertions.assertThat;

class CardStudioTest {
    private static Card card(Card.Row row) {
        return new Card("2026-W48", "First token", "median", "", List.of(row));
    }

    @Test
    void a_card_that_cannot_be_drawn_is_replaced_and_the_next_one_is_drawn() throws IOException {
        byte[] plain;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/resources" + About.PLAIN_CARD)) {
            plain = file.readAllBytes();
        }
        var studio = new CardStudio();
        byte[] broken = studio.png(card(new Card.Row("1", null, "", Optional.empty(), "0.2 s")));
        byte[] sound = studio.png(card(new Card.Row("1", "Alder", "", Optional.empty(), "0.2 s")));
        assertThat(broken).isEqualTo(plain);
        assertThat(sound)
                .isNotEqualTo(plain)
                .isEqualTo(CardPainter.png(card(new Card.Row("1", "Alder", "", Optional.empty(), "0.2 s"))));
    }
}
