package org.llmperf.leaderboard.console;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.llmperf.leaderboard.access.AccessConfig;
import org.llmperf.leaderboard.access.Invites;
import org.llmperf.leaderboard.access.OidcTenant;
import org.llmperf.leaderboard.access.Refusals;
import org.llmperf.leaderboard.access.SignIn;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.access.Vouched;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.people.Account;

/**
 * Signing in at another server. What that server says is taken once, for a session of ours; its own session here ends at once,
 * so that whoever is signed in is so in one way only.
 */
@Path(OidcTenant.BEGIN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OidcPage {
    private static final Logger LOG = Logger.getLogger(OidcPage.class);

    private final SignIn signIn;
    private final Invites invites;
    private final Visitor visitor;
    private final Refusals refusals;
    private final AccessConfig doors;
    private final SecurityIdentity identity;
    private final OidcSession session;
    private final HttpAuthenticator authenticator;

    public OidcPage(
            SignIn signIn,
            Invites invites,
            Visitor visitor,
            Refusals refusals,
            AccessConfig doors,
            SecurityIdentity identity,
            OidcSession session,
            HttpAuthenticator authenticator) {
        this.signIn = signIn;
        this.invites = invites;
        this.visitor = visitor;
        this.refusals = refusals;
        this.doors = doors;
        this.identity = identity;
        this.session = session;
        this.authenticator = authenticator;
    }

    /**
     * @param to where it goes on, a page of ours
     * @param key of an invitation, for who has no account yet
     */
    @GET
    @AuthorizationCodeFlow
    public Response signIn(@RestQuery Optional<String> to, @RestQuery Optional<String> key) {
        Vouched who = Vouched.by(identity);
        session.logout().await().indefinitely();
        return key.isPresent()
                ? SignInPage.goOn(invited(key.get(), who), to)
                : signIn.elsewhere(who)
                        .map(account -> SignInPage.goOn(account, to))
                        .orElseGet(() -> OidcTrouble.stranger(name()));
    }

    /** Who comes back has been led on already, unless the address was opened by hand. */
    @GET
    @Path("callback")
    @AuthorizationCodeFlow
    public Response back() {
        return Response.seeOther(URI.create(OidcTenant.BEGIN)).build();
    }

    private Account invited(String key, Vouched who) {
        Account account = invites.accept(key, who, visitor.client())
                .orElseThrow(() -> new RefusedException.Foreign(WelcomePage.GONE));
        signIn.begin(account);
        return account;
    }

    /** Nobody is signed in there yet. Who comes back without what was given along was never sent. */
    @ServerExceptionMapper
    public Uni<Response> unknown(UnauthorizedException unknown, RoutingContext context) {
        if (context.normalizedPath().equals(OidcTenant.BACK)) {
            return Uni.createFrom().item(failed(context, "an answer of another server that nobody was sent to"));
        }
        return authenticator
                .getChallenge(context)
                .map(OidcPage::challenge)
                .onFailure(OIDCException.class)
                .recoverWithItem(away -> away((OIDCException) away));
    }

    private static Response challenge(ChallengeData challenge) {
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    @ServerExceptionMapper
    public Response broken(AuthenticationCompletionException broken, RoutingContext context) {
        return failed(context, "an answer of another server that is not whole, not its own, or too old");
    }

    @ServerExceptionMapper
    public Response over(AuthenticationFailedException over, RoutingContext context) {
        return failed(context, "a session of another server that is not known or too old");
    }

    @ServerExceptionMapper
    public Response away(OIDCException away) {
        LOG.warnf("nobody can sign in with %s: %s", name(), away.getMessage());
        return OidcTrouble.away(name());
    }

    private Response failed(RoutingContext context, String why) {
        signIn.failedElsewhere();
        refusals.add(context.request(), Optional.empty(), why);
        return OidcTrouble.failed(name());
    }

    private String name() {
        return doors.oidc().name();
    }
}
