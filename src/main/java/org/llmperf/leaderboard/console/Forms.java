package org.llmperf.leaderboard.console;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.store.RefusedException;

/** Reads what forms and programs send, and leads on to the next page. */
final class Forms {
    private Forms() {}

    static UUID id(Optional<String> text) {
        try {
            return UUID.fromString(text.orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RefusedException.Invalid("An id is missing, or is none.");
        }
    }

    static LocalDate day(Optional<String> text) {
        try {
            return LocalDate.parse(text.orElse(""));
        } catch (DateTimeParseException e) {
            throw new RefusedException.Invalid("A day is written as 2026-11-23.");
        }
    }

    /** Text, or nothing where the field was left empty. */
    static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The page is asked for anew, so that to reload it does nothing twice. */
    static Response next(String path) {
        return Response.seeOther(UriBuilder.fromUri(path).build()).build();
    }
}
