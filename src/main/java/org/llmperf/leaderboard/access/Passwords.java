package org.llmperf.leaderboard.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.llmperf.leaderboard.store.RefusedException;

/**
 * Passwords by Argon2id, with the memory and rounds that OWASP's password storage sheet names first (2025). How many are looked
 * at together is decided before, where nobody has a thread yet: by the turnstile of {@code guard}.
 */
@ApplicationScoped
class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int THREADS = 1;
    private static final int BYTES = 32;
    private static final int SALT = 16;
    private static final Argon2Function FUNCTION =
            Argon2Function.getInstance(MEMORY_KIB, ROUNDS, THREADS, BYTES, Argon2.ID);

    /** NIST SP 800-63B asks for no composition, only for length. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 128;

    /** Compared with when there is nothing to compare with, so that an unknown name takes as long as a wrong password. */
    private final String nobodys = hash(Secret.fresh("").text());

    private final AccessConfig config;

    Passwords(AccessConfig config) {
        this.config = config;
    }

    /**
     * @throws RefusedException.Conflict where people sign in without, in words
     */
    void requireUse() {
        if (!config.passwords()) {
            throw new RefusedException.Conflict("Nobody signs in with a password here.");
        }
    }

    /** Why it cannot be chosen, in words; absent if it can. */
    Optional<String> obstacle(String password, String name) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        return password.equalsIgnoreCase(name) || password.chars().distinct().count() < 5
                ? Optional.of("This password is too easy to guess.")
                : Optional.empty();
    }

    String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT).with(FUNCTION).getResult();
    }

    /**
     * @param hash absent if there is no such account; costs the same time
     */
    boolean matches(String password, Optional<String> hash) {
        String compared = hash.orElse(nobodys);
        boolean equal = password.length() <= LONGEST
                && Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
        return equal && hash.isPresent();
    }
}
