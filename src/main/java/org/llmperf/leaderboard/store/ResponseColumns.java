package org.llmperf.leaderboard.store;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.llmperf.leaderboard.trace.Response;

/** What the provider's server said. */
@Embeddable
class ResponseColumns {
    public Integer httpStatus;
    public String httpVersion;
    public String providerRequestId;
    public String retryAfter;
    public String errorCode;
    public long bodyBytes;
    public int bodyReads;

    static ResponseColumns of(Response response) {
        var columns = new ResponseColumns();
        columns.httpStatus = Nullable.of(response.httpStatus());
        columns.httpVersion = CleanText.of(response.httpVersion());
        columns.providerRequestId = CleanText.of(response.requestId());
        columns.retryAfter = CleanText.of(response.retryAfter());
        columns.errorCode = CleanText.of(response.errorCode());
        columns.bodyBytes = response.bodyBytes();
        columns.bodyReads = response.reads();
        return columns;
    }

    Response toResponse() {
        return new Response(
                Nullable.toOptional(httpStatus),
                Optional.ofNullable(httpVersion),
                Optional.ofNullable(providerRequestId),
                Optional.ofNullable(retryAfter),
                Optional.ofNullable(errorCode),
                bodyBytes,
                bodyReads);
    }
}
