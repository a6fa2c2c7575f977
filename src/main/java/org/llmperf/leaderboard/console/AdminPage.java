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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.pages.RoundProgress;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.steering.RoundOrders;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.Voices;
import org.llmperf.leaderboard.store.notices.Outbox;

/** What is going on. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminPage {
    private final Results results;
    private final Decisions decisions;
    private final Voices voices;
    private final Outbox outbox;
    private final RoundOrders orders;
    private final Visitor visitor;

    /**
     * @param progress of the round under way; absent when there is none
     * @param newest published round; absent before the first
     * @param paused provider's slug to reason
     * @param claims that wait for a decision
     * @param unsent notifications that did not arrive
     */
    record overview(
            Masthead masthead,
            Desk desk,
            Optional<RoundProgress> progress,
            Optional<Publication> newest,
            Map<String, String> paused,
            long claims,
            long unsent,
            List<Offering> offerings)
            implements TemplateInstance {}

    public AdminPage(
            Results results, Decisions decisions, Voices voices, Outbox outbox, RoundOrders orders, Visitor visitor) {
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
                new Desk(visitor.actor().account(), "/admin"),
                results.roundUnderWay().map(RoundProgress::new),
                results.publication(),
                decisions.paused(),
                voices.claims(AdminClaimsPage.SHOWN).stream()
                        .filter(Claim::open)
                        .count(),
                outbox.failed(),
                results.registry().offerings());
    }

    @POST
    @Path("/start")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response start() {
        Actor actor = visitor.actor();
        RefusedException.unless(() -> orders.start(actor));
        return Forms.next("/admin");
    }

    /**
     * @param what empty for all, a provider's slug, or provider and model with a slash between
     */
    @POST
    @Path("/repeat")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response repeat(@RestForm Optional<String> what, @RestForm Optional<String> reason) {
        Actor actor = visitor.actor();
        String[] parts = what.orElse("").split("/", 2);
        Optional<String> provider = Forms.filled(Optional.of(parts[0]));
        Optional<String> model =
                Optional.of(parts).filter(both -> both.length == 2).map(both -> both[1]);
        RefusedException.unless(() -> orders.repeat(actor, provider, model, reason.orElse("")));
        return Forms.next("/admin");
    }

    @POST
    @Path("/cancel")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response cancel(@RestForm Optional<String> label, @RestForm Optional<String> reason) {
        Actor actor = visitor.actor();
        RefusedException.unless(() -> orders.cancel(actor, label.orElse(""), reason.orElse("")));
        return Forms.next("/admin");
    }
}
