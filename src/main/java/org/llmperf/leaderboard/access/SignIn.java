package org.llmperf.leaderboard.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.guard.Allowance;
import org.llmperf.leaderboard.guard.ClientAddress;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.Accounts;
import org.llmperf.leaderboard.store.people.AuditEntry;
import org.llmperf.leaderboard.store.people.AuditLog;
import org.llmperf.leaderboard.store.people.Sessions;

/**
 * Signs browsers in and out. Wrong passwords are counted by the address they come from, and by the name, for which an attacker
 * may use many addresses; whoever used them up has to wait, with the right password too.
 */
@ApplicationScoped
public class SignIn {
    private static final Duration BY_ADDRESS = Duration.ofMinutes(10);
    private static final Duration BY_NAME = Duration.ofHours(1);
    private static final int ATTEMPTS_BY_NAME = 50;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AuditLog log;
    private final AccessConfig config;
    private final CurrentVertxRequest request;
    private final Clock clock;
    private final Allowance addresses;
    private final Allowance names = new Allowance(ATTEMPTS_BY_NAME, BY_NAME);

    /**
     * How it went.
     *
     * @param account who is signed in now; absent if nobody is
     * @param again time until the next attempt is looked at; absent if this one was
     */
    public record Outcome(Optional<Account> account, Optional<Duration> again) {}

    public SignIn(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            AuditLog log,
            AccessConfig config,
            CurrentVertxRequest request,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.log = log;
        this.config = config;
        this.request = request;
        this.clock = clock;
        this.addresses = new Allowance(config.attempts(), BY_ADDRESS);
    }

    /**
     * Whether the name is wrong or the password, nobody is told.
     *
     * @throws RefusedException.Conflict if there are no passwords here
     */
    public Outcome withPassword(String name, String password) {
        passwords.requireUse();
        String known = name.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> wait = take(known);
        if (wait.isPresent()) {
            return new Outcome(Optional.empty(), wait);
        }
        Optional<Accounts.Login> login = accounts.login(known);
        if (!passwords.matches(password, login.map(Accounts.Login::passwordHash))) {
            log.add(entry(known, "wrong password or name", true));
            return new Outcome(Optional.empty(), Optional.empty());
        }
        addresses.giveBack(client());
        names.giveBack(known);
        Account account = login.orElseThrow().account();
        begin(account);
        return new Outcome(Optional.of(account), Optional.empty());
    }

    /** An attempt is counted before the password is looked at, or many at once would all find the same one left. */
    private Optional<Duration> take(String name) {
        Optional<Duration> wait = addresses.take(client());
        if (wait.isEmpty()) {
            wait = names.take(name);
            wait.ifPresent(later -> addresses.giveBack(client()));
        }
        return wait;
    }

    /** With what another server vouches for. A stranger counts like a wrong password. */
    public Optional<Account> elsewhere(Vouched who) {
        Optional<Account> account = accounts.vouched(who.subject());
        account.ifPresentOrElse(known -> begin(known, "with " + config.oidc().name()), () -> {
            addresses.take(client());
            log.add(entry(Refusals.NOBODY, "no account of " + who, true));
        });
        return account;
    }

    /** Time until the client's next attempt is looked at; absent if it is looked at now. */
    public Optional<Duration> again() {
        return addresses.wait(client());
    }

    /** What came from another server was no sign-in of anybody. */
    public void failedElsewhere() {
        addresses.take(client());
    }

    /** Gives the browser a session of the account; one that it had ends. */
    public void begin(Account account) {
        begin(account, "by a browser");
    }

    private void begin(Account account, String how) {
        RoutingContext context = request.getCurrent();
        SessionCookie.read(context).map(Secret::hash).ifPresent(sessions::end);
        Secret secret = Secret.fresh("");
        sessions.begin(secret.hash(), account.id(), clock.instant(), config.idle(), config.longest());
        SessionCookie.set(context, secret);
        log.add(entry(account.name(), how, false));
    }

    public void out() {
        RoutingContext context = request.getCurrent();
        SessionCookie.read(context).map(Secret::hash).ifPresent(sessions::end);
        SessionCookie.clear(context);
    }

    private String client() {
        return ClientAddress.of(request.getCurrent().request());
    }

    private AuditEntry entry(String name, String detail, boolean refused) {
        return new AuditEntry(clock.instant(), name, Optional.of(client()), "sign in", "the board", detail, refused);
    }
}
