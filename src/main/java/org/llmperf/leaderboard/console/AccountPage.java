package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.Voices;
import org.llmperf.leaderboard.store.people.Account;

/** A provider's own results, and how it is asked. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Permission.PROVIDER, Permission.MAINTAINER})
public class AccountPage {
    private final Results results;
    private final OwnRuns runs;
    private final Voices voices;
    private final Visitor visitor;

    /**
     * @param offerings how each is asked now; empty for a provider that has left the registry
     */
    record results(
            Masthead masthead,
            Desk desk,
            String provider,
            List<StoredRun> runs,
            List<Offering> offerings,
            List<Claim> claims)
            implements TemplateInstance {}

    public AccountPage(Results results, OwnRuns runs, Voices voices, Visitor visitor) {
        this.results = results;
        this.runs = runs;
        this.voices = voices;
        this.visitor = visitor;
    }

    @GET
    public Response show() {
        Account account = visitor.actor().account();
        Optional<String> provider = account.provider();
        if (provider.isEmpty()) {
            return Response.seeOther(URI.create("/admin")).build();
        }
        String slug = provider.get();
        return Response.ok(new results(
                        Masthead.bare(),
                        new Desk(account, "/account"),
                        slug,
                        runs.list(slug),
                        results.registry().offerings().stream()
                                .filter(offering -> offering.provider().slug().equals(slug))
                                .toList(),
                        voices.claimsOfProvider(slug)))
                .build();
    }
}
