package org.llmperf.leaderboard.trace;

import java.util.Locale;

/** How a request ended. Everything but {@link #SUCCESS} is a failure, of exactly one class. */
public enum Outcome {
    SUCCESS("answered", "a well-formed stream with content, ended properly"),
    DNS("name not found", "the provider's host name could not be resolved"),
    CONNECT("not connected", "the TCP connection was refused or reset"),
    TLS("TLS failed", "the TLS handshake failed, for example for a wrong certificate"),
    CONNECT_TIMEOUT("connect timeout", "no ready connection within the limit"),
    FIRST_BYTE_TIMEOUT("first byte timeout", "no byte of an answer within the limit"),
    STALL_TIMEOUT("stalled", "the stream went silent for longer than the limit"),
    REQUEST_TIMEOUT("request timeout", "the whole answer took longer than the limit"),
    HTTP_4XX("HTTP 4xx", "the provider refused the request"),
    AUTH("not authorised", "HTTP 401 or 403: the key was refused"),
    RATE_LIMITED("rate limited", "HTTP 429: more requests than the provider allows"),
    HTTP_5XX("HTTP 5xx", "the provider failed"),
    STREAM_ERROR("error in stream", "an error event inside a stream that began with 200"),
    MALFORMED("malformed", "an answer that is not what the API promises"),
    TRUNCATED("cut off", "the connection ended before the answer did"),
    EMPTY("empty", "a proper answer without any content"),
    CLIENT("our own fault", "the measuring client failed; never counted against a provider");

    private final String label;
    private final String meaning;

    Outcome(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** As it stands in files, addresses and the database, for example {@code rate_limited}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean failed() {
        return this != SUCCESS;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /**
     * @throws IllegalArgumentException if no outcome has this id
     */
    public static Outcome ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
