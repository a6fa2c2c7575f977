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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Permission;
import org.llmperf.leaderboard.access.Tokens;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.store.people.ApiToken;

/** An account's API tokens. Only a browser makes them: a token that leaked cannot make another one. */
@Path("/account/tokens")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
@RolesAllowed({Permission.PROVIDER, Permission.MAINTAINER})
public class TokensPage {
    private final Tokens tokens;
    private final Visitor visitor;

    /**
     * @param shown the token that was made just now, never to be seen again
     */
    record tokens(Masthead masthead, Desk desk, List<ApiToken> list, Optional<String> shown, Instant now)
            implements TemplateInstance {}

    public TokensPage(Tokens tokens, Visitor visitor) {
        this.tokens = tokens;
        this.visitor = visitor;
    }

    @GET
    @Consumes
    public TemplateInstance show() {
        return page(visitor.actor(), Optional.empty());
    }

    @POST
    public TemplateInstance issue(@RestForm Optional<String> label, @RestForm Optional<String> act) {
        Actor actor = visitor.actor();
        String secret = tokens.issue(actor, label.orElse(""), act.isPresent()).text();
        return page(actor, Optional.of(secret));
    }

    @POST
    @Path("/revoke")
    public Response revoke(@RestForm Optional<String> id) {
        Actor actor = visitor.actor();
        tokens.revoke(actor, Forms.id(id));
        return Forms.next("/account/tokens");
    }

    private TemplateInstance page(Actor actor, Optional<String> shown) {
        return new tokens(
                Masthead.bare(), new Desk(actor.account(), "/account/tokens"), tokens.list(actor), shown, actor.at());
    }
}
