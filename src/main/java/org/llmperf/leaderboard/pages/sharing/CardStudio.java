package org.llmperf.leaderboard.pages.sharing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.pages.About;

/**
 * Draws one card after the other: readers of pages shall not wait for many pictures at once. On a machine that has no font at
 * all every page has the same card, which was drawn before.
 */
@Singleton
class CardStudio {
    private static final Logger LOG = Logger.getLogger(CardStudio.class);

    private boolean able = true;

    /** As a PNG file. */
    synchronized byte[] png(Card card) {
        if (able) {
            try {
                return CardPainter.png(card);
            } catch (LinkageError | InternalError | RuntimeException e) {
                able = false;
                LOG.warnf(
                        "pictures of pages cannot be drawn on this machine, which needs fontconfig and a font: %s", e);
            }
        }
        return plain();
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
