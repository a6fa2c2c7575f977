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
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.steering.BoardStatus;
import org.llmperf.leaderboard.steering.Outlook;
import org.llmperf.leaderboard.steering.RoundOrders;
import org.llmperf.leaderboard.steering.RoundWatch;
import org.llmperf.leaderboard.steering.Wanted;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.Voices;
import org.llmperf.leaderboard.store.notices.Outbox;

/** What is going on, and what can be ordered. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminPage {
    private static final String HERE = "/admin";

    private final BoardStatus status;
    private final Results results;
    private final Decisions decisions;
    private final Voices voices;
    private final Outbox outbox;
    private final RoundOrders orders;
    private final Visitor visitor;

    /**
     * @param watch of the round under way; absent when there is none
     * @param newest published round; absent before the first
     * @param paused provider's slug to reason
     * @param claims that wait for a decision
     * @param unsent notifications that did not arrive
     */
    record overview(
            Masthead masthead,
            Desk desk,
            Optional<RoundWatch> watch,
            Optional<Publication> newest,
            Outlook outlook,
            Map<String, String> paused,
            long claims,
            long unsent)
            implements TemplateInstance {}

    /** What of it changes by itself, for a page that is open already. */
    record live(Optional<RoundWatch> watch) implements TemplateInstance {}

    record cancel(Masthead masthead, Desk desk, RoundWatch watch) implements TemplateInstance {}

    public AdminPage(
            BoardStatus status,
            Results results,
            Decisions decisions,
            Voices voices,
            Outbox outbox,
            RoundOrders orders,
            Visitor visitor) {
        this.status = status;
        this.results = results;
        this.decisions = decisions;
        this.voices = voices;
        this.outbox = outbox;
        this.orders = orders;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show() {
        return new overview(
                Masthead.bare(),
                desk(),
                status.underWay(),
                results.publication(),
                status.outlook(),
                decisions.paused(),
                voices.claims(AdminClaimsPage.SHOWN).stream()
                        .filter(Claim::open)
                        .count(),
                outbox.failed());
    }

    @GET
    @Path("/live")
    @Consumes
    public TemplateInstance showLive() {
        return new live(status.underWay());
    }

    @POST
    @Path("/start")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response start() {
        Actor actor = visitor.actor();
        orders.start(actor);
        return Forms.next(HERE);
    }

    /**
     * @param what as {@link Wanted#text} writes it
     */
    @POST
    @Path("/repeat")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response repeat(@RestForm Optional<String> what, @RestForm Optional<String> reason) {
        Actor actor = visitor.actor();
        orders.repeat(actor, Wanted.parse(what.orElse("")), reason.orElse(""));
        return Forms.next(HERE);
    }

    /** Asks before it is done. */
    @GET
    @Path("/cancel")
    @Consumes
    public TemplateInstance showCancel() {
        return new cancel(
                Masthead.bare(),
                desk(),
                status.underWay().orElseThrow(() -> new RefusedException.Missing("No round is under way.")));
    }

    @POST
    @Path("/cancel")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response cancel(@RestForm Optional<String> label, @RestForm Optional<String> reason) {
        Actor actor = visitor.actor();
        orders.cancel(actor, label.orElse(""), reason.orElse(""));
        return Forms.next(HERE);
    }

    private Desk desk() {
        return new Desk(visitor.actor().account(), HERE);
    }
}
