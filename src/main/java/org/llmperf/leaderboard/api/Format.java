package org.llmperf.leaderboard.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** The formats in which tables of the API are served. */
enum Format {
    JSON(MediaType.APPLICATION_JSON),
    CSV(Format.CSV_TYPE),
    JSONL(Format.JSON_LINES_TYPE);

    static final String CSV_TYPE = "text/csv";
    static final String JSON_LINES_TYPE = "application/x-ndjson";

    /** Those of most tables. */
    static final List<Format> TABLE = List.of(JSON, CSV);

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    private String contentType() {
        return this == JSON ? mediaType : mediaType + ";charset=UTF-8";
    }

    private String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param parameter of the address, which wins over the header: a link can carry it
     * @throws ProblemException if the parameter names no offered format
     */
    static Format choose(List<Format> offered, List<String> parameter, HttpHeaders headers) {
        List<String> extensions = offered.stream().map(Format::extension).toList();
        return Parameters.oneOf("format", parameter, extensions)
                .map(extension -> offered.get(extensions.indexOf(extension)))
                .orElseGet(() -> accepted(offered, headers.getAcceptableMediaTypes()));
    }

    private static Format accepted(List<Format> offered, List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(type -> offered.stream()
                        .filter(format -> MediaType.valueOf(format.mediaType).isCompatible(type)))
                .findFirst()
                .orElse(JSON);
    }

    /**
     * @param name of the file that a browser would save, without its ending
     */
    Response.ResponseBuilder answer(Object body, String name) {
        return Response.ok(body)
                .type(contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.%s\"".formatted(name, extension()));
    }
}
