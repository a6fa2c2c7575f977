package org.llmperf.leaderboard.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.llmperf.leaderboard.guard.Allowance;
import org.llmperf.leaderboard.pages.Choice;
import org.llmperf.leaderboard.pages.ErrorPage;

/** What somebody reads who did not come in by another server. */
final class OidcTrouble {
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 60;

    private OidcTrouble() {}

    /**
     * @param there name of the other server
     */
    static Response stranger(String there) {
        return answer(
                        FORBIDDEN,
                        "You signed in with " + there + ", and have no account here.",
                        "A maintainer invites by a link: open yours and sign in from there. If you have an account, you signed in"
                                + " as somebody else: sign out at " + there + " first.")
                .build();
    }

    static Response failed(String there) {
        return answer(
                        UNAUTHORISED,
                        "Signing in with " + there + " did not come to its end.",
                        "It took too long, or began in another browser. Please try again.")
                .build();
    }

    static Response away(String there) {
        return answer(UNAVAILABLE, there + " does not answer at the moment.", "Please try again in a minute.")
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    static Response tooOften(Duration wait) {
        long seconds = Allowance.seconds(wait);
        return answer(TOO_MANY, "Too many attempts to sign in failed.", "Try again in " + seconds + " seconds.")
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response.ResponseBuilder answer(int status, String happened, String help) {
        var page = new ErrorPage(status, happened, help, List.of(new Choice("Back to signing in", "/login", false)));
        return Response.status(status).entity(page.page()).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
}
