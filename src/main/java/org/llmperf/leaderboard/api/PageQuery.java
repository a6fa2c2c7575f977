package org.llmperf.leaderboard.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.store.Page;

/** Which part of a list is wanted, and the way to its neighbours. */
public class PageQuery {
    private static final int SIZE = 100;
    private static final int LARGEST = 1000;
    private static final int LAST = 1_000_000;

    @RestQuery
    @Parameter(description = "Number of the page, from 1 (default)", schema = @Schema(type = SchemaType.INTEGER))
    List<String> page;

    @RestQuery
    @Parameter(
            description = "Items on a page, from 1 to 1000; 100 by default",
            schema = @Schema(type = SchemaType.INTEGER))
    List<String> size;

    int number() {
        return Parameters.number("page", page, 1, LAST);
    }

    int size() {
        return size(SIZE);
    }

    int size(int fallback) {
        return Parameters.number("size", size, fallback, LARGEST);
    }

    /** The answer with the links that RFC 8288 gives lists: {@code first}, {@code prev}, {@code next}, {@code last}. */
    static <T> Response answer(Page<T> page, Object body, UriInfo address) {
        return answer(page, Response.ok(body), address);
    }

    static <T> Response answer(Page<T> page, Response.ResponseBuilder answer, UriInfo address) {
        long last = Math.max(1, (page.total() + page.size() - 1) / page.size());
        var links = new ArrayList<String>();
        links.add(link(address, page, 1, "first"));
        if (page.number() > 1) {
            links.add(link(address, page, Math.min(page.number() - 1L, last), "prev"));
        }
        if (page.number() < last) {
            links.add(link(address, page, page.number() + 1L, "next"));
        }
        links.add(link(address, page, last, "last"));
        return answer.header("Link", String.join(", ", links)).build();
    }

    /** Without a host, which a proxy may have changed. */
    private static String link(UriInfo address, Page<?> page, long number, String relation) {
        String query = address.getRequestUriBuilder()
                .replaceQueryParam("page", number)
                .replaceQueryParam("size", page.size())
                .build()
                .getRawQuery();
        return "<" + UriBuilder.fromPath(address.getPath()).build().getRawPath() + "?" + query + ">; rel=\"" + relation
                + "\"";
    }
}
