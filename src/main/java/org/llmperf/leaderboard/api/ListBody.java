package org.llmperf.leaderboard.api;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.llmperf.leaderboard.store.Page;

/**
 * A page of a list.
 *
 * @param page number of this page, from 1
 * @param size items on a full page
 * @param total items of all pages
 * @param synthetic whether the results are invented ones, made for design and load
 */
@Schema(description = "A page of a list; the Link header leads to the others")
public record ListBody<T>(List<T> items, int page, int size, long total, boolean synthetic) {

    static <S, T> ListBody<T> of(Page<S> page, Function<S, T> body, boolean synthetic) {
        return new ListBody<>(
                page.items().stream().map(body).toList(), page.number(), page.size(), page.total(), synthetic);
    }
}
