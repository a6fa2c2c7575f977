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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.board.Change;
import org.llmperf.leaderboard.board.Changes;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.steering.ResultDecisions;
import org.llmperf.leaderboard.store.Annotation;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Page;

/** Figures that lie elsewhere since some round, for maintainers to say why. */
@Path("/admin/changes")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminChangesPage {
    private static final String HERE = "/admin/changes";
    private static final int SIZE = 50;

    /** A note belongs to a shift when its day lies at most so far from the first round of the new level. */
    private static final int DAYS = 7;

    private final Changes changes;
    private final Decisions decided;
    private final ResultDecisions decisions;
    private final Visitor visitor;

    /**
     * @param notes of about that day
     */
    public record Row(Change change, LocalDate day, List<Annotation> notes) {
        static Row of(Change change, List<Annotation> all) {
            LocalDate day = LocalDate.ofInstant(change.measuredAt(), ZoneOffset.UTC);
            return new Row(
                    change,
                    day,
                    all.stream()
                            .filter(note -> Math.abs(ChronoUnit.DAYS.between(note.day(), day)) <= DAYS)
                            .filter(note -> note.provider().stream()
                                    .allMatch(change.offering().provider().slug()::equals))
                            .toList());
        }
    }

    record changes(Masthead masthead, Desk desk, Page<Row> page, boolean more) implements TemplateInstance {}

    public AdminChangesPage(Changes changes, Decisions decided, ResultDecisions decisions, Visitor visitor) {
        this.changes = changes;
        this.decided = decided;
        this.decisions = decisions;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show(@RestQuery Optional<String> page) {
        List<Annotation> notes = decided.annotations();
        Page<Row> rows =
                Page.of(changes.all(), AdminAuditPage.number(page), SIZE).map(change -> Row.of(change, notes));
        return new changes(
                Masthead.bare(),
                new Desk(visitor.actor().account(), HERE),
                rows,
                (long) rows.number() * SIZE < rows.total());
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
}
