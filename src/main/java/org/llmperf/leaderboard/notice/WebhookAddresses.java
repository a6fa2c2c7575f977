package org.llmperf.leaderboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.llmperf.leaderboard.registry.PublicAddress;
import org.llmperf.leaderboard.store.RefusedException;

/**
 * Where webhooks may go: to https in the public internet, so that nobody makes this program speak to its own neighbours. It is
 * looked at twice, when an address is entered and, since a name may lead elsewhere by then, at each sending.
 */
@ApplicationScoped
public class WebhookAddresses {
    private static final int LONGEST = 500;

    private final boolean anywhere;

    /**
     * @param anywhere for development: also http, this machine and private networks
     */
    public WebhookAddresses(
            @ConfigProperty(name = "leaderboard.private-addresses", defaultValue = "false") boolean anywhere) {
        this.anywhere = anywhere;
    }

    /**
     * @throws RefusedException.Invalid in words for who entered it
     */
    public URI check(String text) {
        URI address = parse(text.strip());
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
            throw new RefusedException.Invalid(
                    "A webhook's address is complete, such as https://example.com/path, without user name and password.");
        }
        if (!PublicAddress.hasPort(address)) {
            throw new RefusedException.Invalid("A port is a number from 1 to 65535.");
        }
        if (!anywhere && !PublicAddress.is(address)) {
            throw new RefusedException.Invalid(
                    "A webhook's address begins with https:// and leads to the public internet.");
        }
        return address;
    }

    private static URI parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new RefusedException.Invalid("A webhook's address has 1 to " + LONGEST + " characters.");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new RefusedException.Invalid("This is not an address: " + e.getReason() + ".");
        }
    }

    /**
     * The very address to connect to.
     *
     * @throws UnknownHostException if the name has none, or has one that is not public
     */
    InetAddress resolve(String host) throws UnknownHostException {
        List<InetAddress> all = List.of(InetAddress.getAllByName(host));
        if (!anywhere && !all.stream().allMatch(PublicAddress::is)) {
            throw new UnknownHostException("the name leads to an address that is not public");
        }
        return all.get(0);
    }
}
