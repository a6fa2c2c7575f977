package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.steering.BoardStatus;
import org.llmperf.leaderboard.steering.ResultDecisions;
import org.llmperf.leaderboard.store.Annotation;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Results;

/** Providers to be paused and resumed, and notes on what happened when. */
@Path("/admin/providers")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminProvidersPage {
    private static final String HERE = "/admin/providers";

    private final Results results;
    private final BoardStatus status;
    private final Decisions decided;
    private final ResultDecisions decisions;
    private final Visitor visitor;

    /**
     * @param pause why a maintainer paused it; absent if nobody did
     * @param obstacle why rounds cannot measure it, for example {@code not measured: no key}; absent if they can
     */
    public record Row(Provider provider, Optional<String> pause, Optional<String> obstacle) {}

    record providers(Masthead masthead, Desk desk, List<Row> rows, List<Annotation> notes, LocalDate today)
            implements TemplateInstance {}

    public AdminProvidersPage(
            Results results, BoardStatus status, Decisions decided, ResultDecisions decisions, Visitor visitor) {
        this.results = results;
        this.status = status;
        this.decided = decided;
        this.decisions = decisions;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show() {
        Actor actor = visitor.actor();
        Map<String, String> paused = decided.paused();
        Map<String, String> obstacles = status.leftOut();
        return new providers(
                Masthead.bare(),
                new Desk(actor.account(), HERE),
                results.registry().providers().stream()
                        .map(provider -> new Row(
                                provider,
                                Optional.ofNullable(paused.get(provider.slug())),
                                Optional.ofNullable(obstacles.get(provider.slug()))))
                        .toList(),
                decided.annotations(),
                LocalDate.ofInstant(actor.at(), ZoneOffset.UTC));
    }

    @POST
    @Path("/pause")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response pause(@RestForm Optional<String> provider, @RestForm Optional<String> reason) {
        Actor actor = visitor.actor();
        decisions.pause(actor, provider.orElse(""), reason.orElse(""));
        return Forms.next(HERE);
    }

    @POST
    @Path("/resume")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response resume(@RestForm Optional<String> provider) {
        Actor actor = visitor.actor();
        decisions.resume(actor, provider.orElse(""));
        return Forms.next(HERE);
    }

    @POST
    @Path("/annotate")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response annotate(
            @RestForm Optional<String> provider, @RestForm Optional<String> day, @RestForm Optional<String> text) {
        Actor actor = visitor.actor();
        decisions.annotate(actor, Forms.filled(provider), Forms.day(day), text.orElse(""));
        return Forms.next(HERE);
    }

    @POST
    @Path("/unannotate")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response removeNote(@RestForm Optional<String> id) {
        Actor actor = visitor.actor();
        decisions.removeAnnotation(actor, Forms.id(id));
        return Forms.next(HERE);
    }
}
