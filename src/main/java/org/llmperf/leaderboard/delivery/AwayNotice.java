package org.llmperf.leaderboard.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.llmperf.leaderboard.store.Edition;

/** Says on a kept answer that the database is away, so that nothing newer can be known: on pages in words, else in a header. */
final class AwayNotice {
    /** RFC 9211: who answered from what, for programs. */
    static final String CACHE_STATUS = "Cache-Status";

    private static final String STATUS = "leaderboard; hit; detail=\"the database is away\"";
    private static final String PLACE = "<main id=\"content\"";

    /** In the words and classes of the pages' own layout. */
    private static final String NOTICE = "<p class=\"notice warning\" role=\"note\"><strong>Not up to date?</strong> "
            + "The database does not answer just now. %s</p>\n";

    private static final String NEWEST = "This is what was published last when it did.";
    private static final String OLDER =
            "This is a copy of the page from before; something newer may have been published since.";

    private AwayNotice() {}

    /**
     * Headers for this once: nobody keeps what is said of now, and it has no tag by which it could be found unchanged later.
     */
    static Map<String, String> headers(Answer kept) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        headers.put(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
        headers.put(CACHE_STATUS, STATUS);
        return headers;
    }

    /** @param newest edition that was known when the database answered last */
    static Buffer body(Answer kept, Edition newest) {
        Buffer plain = kept.body(Encoding.IDENTITY);
        if (!isPage(kept)) {
            return plain;
        }
        boolean older = kept.edition().number() < newest.number();
        String html = plain.toString(StandardCharsets.UTF_8);
        return Buffer.buffer(html.replaceFirst(PLACE, NOTICE.formatted(older ? OLDER : NEWEST) + PLACE));
    }

    private static boolean isPage(Answer answer) {
        return answer.headers().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE.toString())
                        && header.getValue().startsWith("text/html"));
    }
}
