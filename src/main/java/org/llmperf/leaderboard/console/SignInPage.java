package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.access.AccessConfig;
import org.llmperf.leaderboard.access.SignIn;
import org.llmperf.leaderboard.guard.Allowance;
import org.llmperf.leaderboard.pages.Masthead;
import org.llmperf.leaderboard.store.people.Account;

/** Signing in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInPage {
    /** Nobody is led to another site by a link to this one. */
    private static final Pattern OURS = Pattern.compile("/(account|admin)(/[a-z-]*)?");

    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;

    private final SignIn signIn;
    private final AccessConfig doors;

    /**
     * @param doors by which people may come in
     * @param to where it goes on, a page of ours
     * @param trouble what was wrong with the last attempt
     */
    record login(Masthead masthead, AccessConfig doors, String to, String name, Optional<String> trouble)
            implements TemplateInstance {}

    public SignInPage(SignIn signIn, AccessConfig doors) {
        this.signIn = signIn;
        this.doors = doors;
    }

    @GET
    @Path("login")
    public TemplateInstance show(@RestQuery Optional<String> to) {
        return new login(Masthead.bare(), doors, ours(to).orElse(""), "", Optional.empty());
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @RestForm Optional<String> name, @RestForm Optional<String> password, @RestForm Optional<String> to) {
        SignIn.Outcome outcome = signIn.withPassword(name.orElse(""), password.orElse(""));
        if (outcome.account().isPresent()) {
            return goOn(outcome.account().get(), to);
        }
        int status = outcome.again().isPresent() ? TOO_MANY : UNAUTHORISED;
        String trouble = outcome.again()
                .map(wait -> "Too many wrong passwords. Try again in " + Allowance.seconds(wait) + " seconds.")
                .orElse("There is no account with this name and password.");
        Response.ResponseBuilder answer = Response.status(status)
                .entity(new login(Masthead.bare(), doors, ours(to).orElse(""), name.orElse(""), Optional.of(trouble)));
        outcome.again().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Allowance.seconds(wait)));
        return answer.build();
    }

    @POST
    @Path("logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        signIn.out();
        return Response.seeOther(URI.create("/")).build();
    }

    static Response goOn(Account account, Optional<String> to) {
        return Response.seeOther(URI.create(ours(to).orElse(home(account)))).build();
    }

    static String home(Account account) {
        return account.maintainer() ? "/admin" : "/account";
    }

    private static Optional<String> ours(Optional<String> to) {
        return to.filter(OURS.asMatchPredicate());
    }
}
