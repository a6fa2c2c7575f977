package org.llmperf.leaderboard.pages.sharing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.pages.About;

/**
 * Draws one card after the other: readers of pages shall not wait for many pictures at once. A card that cannot be drawn, and
 * every card on a machine that has no font at all, is replaced by one that was drawn before.
 */
@Singleton
class CardStudio {
    private static final Logger LOG = Logger.getLogger(CardStudio.class);

    private static final Card ANY = new Card("", "A", "", "", List.of());

    /** Whether this machine can draw at all; null before the first card. */
    private Boolean able;

    /** As a PNG file. */
    synchronized byte[] png(Card card) {
        if (able == null) {
            able = canDraw();
        }
        if (able) {
            try {
                return CardPainter.png(card);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the picture of a page cannot be drawn: %s", card.title());
            }
        }
        return plain();
    }

    /** Asked once, by a card without anything particular: what a card of its own throws must not switch off the others. */
    private static boolean canDraw() {
        try {
            CardPainter.png(ANY);
            return true;
        } catch (LinkageError | InternalError | RuntimeException e) {
            LOG.warnf("pictures of pages cannot be drawn on this machine, which needs fontconfig and a font: %s", e);
            return false;
        }
    }

    private static byte[] plain() {
        try (InputStream stream = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/resources" + About.PLAIN_CARD)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
