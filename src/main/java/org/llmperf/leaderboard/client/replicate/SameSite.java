package org.llmperf.leaderboard.client.replicate;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether the key may be sent to an address that came in an answer: only over TLS to the site that it is known at,
 * told by the last two labels of the host's name, so that nobody who can forge an answer gets it. On one machine, both ends
 * on loopback, plain HTTP is let pass.
 */
final class SameSite {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SameSite() {}

    static Optional<URI> address(String text, URI base) {
        try {
            return Optional.of(URI.create(text)).filter(address -> trusted(address, base));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean trusted(URI address, URI base) {
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return false;
        }
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean plain = "http".equalsIgnoreCase(address.getScheme());
        boolean local = LOOPBACK.contains(address.getHost()) && LOOPBACK.contains(base.getHost());
        return local && (secure || plain) || secure && site(address).equals(site(base));
    }

    /** An address in numbers is a site of its own. */
    private static String site(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String[] labels = host.split("\\.");
        int count = labels.length;
        boolean named = count > 2 && !labels[count - 1].matches("\\d+");
        return named ? labels[count - 2] + "." + labels[count - 1] : host;
    }
}
