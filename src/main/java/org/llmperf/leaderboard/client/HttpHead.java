package org.llmperf.leaderboard.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Status line and headers of a response.
 *
 * @param headers by their names in lower case; of a repeated one the first
 */
record HttpHead(int status, String version, Map<String, String> headers) {
    /** Most telling first: the last is set by a proxy that many providers share. */
    private static final List<String> REQUEST_IDS = List.of(
            "x-request-id",
            "request-id",
            "x-amzn-requestid",
            "apim-request-id",
            "x-goog-request-id",
            "mistral-correlation-id",
            "x-ds-trace-id",
            "x-debug-trace-id",
            "nvcf-reqid",
            "cf-ray");

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> requestId() {
        return REQUEST_IDS.stream().map(headers::get).filter(id -> id != null).findFirst();
    }

    /** Whether the server leaves the connection open after this response, as HTTP/1.1 does unless it says otherwise. */
    boolean keepsConnection() {
        List<String> wishes = Stream.of(header("connection").orElse("").split(","))
                .map(wish -> wish.strip().toLowerCase(Locale.ROOT))
                .toList();
        return version.equals("HTTP/1.1") ? !wishes.contains("close") : wishes.contains("keep-alive");
    }

    /** Only where it asks for patience: some providers send the header with every success. */
    Optional<String> retryAfter() {
        return status == 429 || status == 503 || status == 529 ? header("retry-after") : Optional.empty();
    }

    /** AWS's word for an error, which its bodies often lack; after a colon an address may follow. */
    Optional<String> errorType() {
        return header("x-amzn-errortype").map(type -> type.split(":", 2)[0]);
    }

    private boolean successful() {
        return status / 100 == 2;
    }

    /** Whether the body may be what was asked for. A missing content type is let pass: the body itself will tell. */
    boolean promises(String wanted) {
        return successful()
                && encoding().isEmpty()
                && mediaType().map(wanted::equals).orElse(true);
    }

    /** What the body is said to be, for people. */
    String promise() {
        String type = mediaType().orElse("no content type");
        return encoding().map(encoding -> type + " encoded as " + encoding).orElse(type);
    }

    private Optional<String> mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** One that could not be undone: the header of one that was is gone. */
    private Optional<String> encoding() {
        return header("content-encoding").filter(encoding -> !encoding.equalsIgnoreCase("identity"));
    }
}
