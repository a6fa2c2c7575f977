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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Invites;
import org.llmperf.leaderboard.access.People;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.Invitation;
import org.llmperf.leaderboard.store.people.Role;

/** Who has an account, and who is invited to one. */
@Path("/admin/people")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed(Permission.MAINTAINER)
public class AdminPeoplePage {
    private static final String HERE = "/admin/people";
    private static final String PROVIDER = Role.PROVIDER.id() + ":";

    private final People people;
    private final Invites invites;
    private final Results results;
    private final Visitor visitor;

    /**
     * @param link of the invitation that was made just now, never to be seen again
     */
    record people(
            Masthead masthead,
            Desk desk,
            List<Account> accounts,
            List<Invitation> open,
            List<Provider> providers,
            Optional<String> link)
            implements TemplateInstance {}

    public AdminPeoplePage(People people, Invites invites, Results results, Visitor visitor) {
        this.people = people;
        this.invites = invites;
        this.results = results;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show() {
        return page(visitor.actor(), Optional.empty());
    }

    /**
     * @param as {@code maintainer}, or {@code provider:} and its slug; nothing stands for the more powerful one
     */
    @POST
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public TemplateInstance invite(@RestForm Optional<String> as) {
        Actor actor = visitor.actor();
        String role = as.orElse("");
        if (role.startsWith(PROVIDER)) {
            return page(
                    actor,
                    Optional.of(invites.invite(actor, Role.PROVIDER, Optional.of(role.substring(PROVIDER.length())))));
        }
        if (!role.equals(Role.MAINTAINER.id())) {
            throw new RefusedException.Invalid("Choose whom to invite: a maintainer or a provider.");
        }
        return page(actor, Optional.of(invites.invite(actor, Role.MAINTAINER, Optional.empty())));
    }

    @POST
    @Path("/close")
    @RolesAllowed(Permission.MAINTAINER_ACTS)
    public Response close(@RestForm Optional<String> name) {
        Actor actor = visitor.actor();
        people.close(actor, name.orElse(""));
        return Forms.next(HERE);
    }

    private TemplateInstance page(Actor actor, Optional<String> link) {
        return new people(
                Masthead.bare(),
                new Desk(actor.account(), HERE),
                people.list(),
                invites.open(),
                results.registry().providers(),
                link);
    }
}
