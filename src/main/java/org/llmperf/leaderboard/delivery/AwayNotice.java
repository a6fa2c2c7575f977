package org.llmperf.leaderboard.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** Says on a kept page that the database is away, so that nothing newer can be known. */
final class AwayNotice {
    private static final String PLACE = "<main id=\"content\"";

    /** In the words and classes of the pages' own layout. */
    private static final String NOTICE = "<p class=\"notice warning\" role=\"note\"><strong>Not up to date?</strong> "
            + "The database does not answer just now. This is what was published last when it did.</p>\n";

    private AwayNotice() {}

    static boolean fits(Answer answer) {
        return answer.headers().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE.toString())
                        && header.getValue().startsWith("text/html"));
    }

    static Buffer on(Answer page) {
        String html = page.body(Encoding.IDENTITY).toString(StandardCharsets.UTF_8);
        return Buffer.buffer(html.replaceFirst(PLACE, NOTICE + PLACE));
    }
}
