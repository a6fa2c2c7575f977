package org.llmperf.leaderboard.api;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms in which a run's requests can be had. */
enum RequestFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(RequestFormat.CSV_TYPE),
    JSONL(RequestFormat.JSON_LINES_TYPE);

    static final String CSV_TYPE = "text/csv";
    static final String JSON_LINES_TYPE = "application/x-ndjson";

    private final String mediaType;

    RequestFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return this == JSON ? mediaType : mediaType + ";charset=UTF-8";
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param parameter of the address, which wins over the header: a link can carry it
     * @throws ProblemException if the parameter names no format
     */
    static RequestFormat choose(List<String> parameter, List<MediaType> accepted) {
        List<String> extensions =
                Arrays.stream(values()).map(RequestFormat::extension).toList();
        return Parameters.oneOf("format", parameter, extensions)
                .map(extension -> values()[extensions.indexOf(extension)])
                .orElseGet(() -> accepted(accepted));
    }

    private static RequestFormat accepted(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(type -> Arrays.stream(values())
                        .filter(format -> MediaType.valueOf(format.mediaType).isCompatible(type)))
                .findFirst()
                .orElse(JSON);
    }
}
