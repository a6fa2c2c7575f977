package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as {@code application/problem+json}, RFC 9457.
 *
 * @param allowed values of the parameter at fault; absent when there is no such list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<String> allowed) {
    static final String NO_TYPE = "about:blank";
    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    /** A refusal or failure that this API did not raise itself. */
    public static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new Problem(NO_TYPE, known == null ? "Refused" : known.getReasonPhrase(), status, detail, null);
    }

    /** The media type is set here, since the client may have asked for CSV. */
    public Response.ResponseBuilder response() {
        return Response.status(status).type(PROBLEM_JSON).entity(this);
    }
}
