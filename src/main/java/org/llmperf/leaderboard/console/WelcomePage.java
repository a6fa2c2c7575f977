package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.AccessConfig;
import org.llmperf.leaderboard.access.Invites;
import org.llmperf.leaderboard.access.SignIn;
import org.llmperf.leaderboard.access.Visitor;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.Invitation;

/** Where an invitation leads: somebody chooses how to sign in from then on, once. */
@Path("/welcome")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WelcomePage {
    static final String GONE = "This link opens nothing: it was used, it is too old, or it is not whole.";

    private final Invites invites;
    private final SignIn signIn;
    private final Visitor visitor;
    private final AccessConfig doors;

    /**
     * @param doors by which people may come in
     */
    record welcome(
            Masthead masthead,
            AccessConfig doors,
            Invitation invitation,
            String key,
            String name,
            Optional<String> trouble)
            implements TemplateInstance {}

    public WelcomePage(Invites invites, SignIn signIn, Visitor visitor, AccessConfig doors) {
        this.invites = invites;
        this.signIn = signIn;
        this.visitor = visitor;
        this.doors = doors;
    }

    @GET
    public TemplateInstance show(@RestQuery Optional<String> key) {
        return new welcome(Masthead.bare(), doors, find(key.orElse("")), key.orElse(""), "", Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(
            @RestForm Optional<String> key, @RestForm Optional<String> name, @RestForm Optional<String> password) {
        Invitation invitation = find(key.orElse(""));
        try {
            Account account = invites.accept(key.orElse(""), name.orElse(""), password.orElse(""), visitor.client())
                    .orElseThrow(() -> new RefusedException.Missing(GONE));
            signIn.begin(account);
            return Response.seeOther(URI.create(SignInPage.home(account))).build();
        } catch (RefusedException.Invalid e) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(new welcome(
                            Masthead.bare(),
                            doors,
                            invitation,
                            key.orElse(""),
                            name.orElse(""),
                            Optional.of(e.getMessage())))
                    .build();
        }
    }

    private Invitation find(String key) {
        return invites.find(key).orElseThrow(() -> new RefusedException.Foreign(GONE));
    }
}
