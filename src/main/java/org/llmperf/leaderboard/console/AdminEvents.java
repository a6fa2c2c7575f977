package org.llmperf.leaderboard.console;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.delivery.Editions;

/** Tells an open page of the console that there is something new to see, as server-sent events. */
@Path("/admin/events")
@RolesAllowed(Permission.MAINTAINER)
public class AdminEvents {
    private static final Duration STEP = Duration.ofSeconds(1);

    /** A page that is left open is told to come again: who was signed out meanwhile is not told any more. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Editions editions;

    public AdminEvents(Editions editions) {
        this.editions = editions;
    }

    /** Each event is the edition, which grows with every step of a round and every decision. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> events() {
        return Multi.createFrom()
                .ticks()
                .every(STEP)
                .onOverflow()
                .drop()
                .select()
                .first(LONGEST)
                .onItem()
                .transformToUniAndConcatenate(tick -> edition())
                .skip()
                .repetitions();
    }

    private Uni<String> edition() {
        return Uni.createFrom()
                .item(() -> editions.current().id())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
