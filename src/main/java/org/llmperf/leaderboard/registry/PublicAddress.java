package org.llmperf.leaderboard.registry;

import inet.ipaddr.HostName;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.format.util.DualIPv4v6Tries;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells addresses of the public internet from others, as far as they say it themselves: no name server is asked. */
public final class PublicAddress {
    /** Endings of names that RFC 6761, 6762, 8375 and ICANN keep for private use. */
    private static final List<String> PRIVATE_NAMES = List.of(".localhost", ".local", ".internal", ".home.arpa");

    /** Some resolvers read 127.1 and 0x7f000001 as addresses too; no name of the internet ends like that. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    /**
     * All of IPv6 that is given out for the public internet. What lies outside needs no row of its own: loopback, unique local,
     * link-local, multicast, and the prefixes by which translators reach IPv4.
     */
    private static final IPAddress GLOBAL_UNICAST = new IPAddressString("2000::/3").getAddress();

    /**
     * What is not reached by way of the public internet, by IANA's registries of special-purpose addresses, and Azure's server
     * within each virtual network. No library on Maven Central knows these registries; this one reads and compares.
     */
    private static final DualIPv4v6Tries SPECIAL = tries(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23", // Teredo, benchmarking, ORCHID
            "2001:db8::/32",
            "2002::/16", // 6to4, which leads to any address of IPv4
            "3fff::/20");

    private PublicAddress() {}

    private static DualIPv4v6Tries tries(String... ranges) {
        var tries = new DualIPv4v6Tries();
        Stream.of(ranges).map(range -> new IPAddressString(range).getAddress()).forEach(tries::add);
        return tries;
    }

    /** Whether it is encrypted and leads into the public internet. */
    public static boolean is(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) && hasPort(address) && isPublicHost(address.getHost());
    }

    /** Whether its port is one, or left out. */
    public static boolean hasPort(URI address) {
        return address.getPort() != 0 && address.getPort() <= 65_535;
    }

    private static boolean isPublicHost(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        IPAddress number = new HostName(name).asAddress();
        if (number != null) {
            // 010.8.8.8 is 8.8.8.8 to some and 10.8.8.8 to others
            return isPublic(number)
                    && (number.isIPv6() || number.toNormalizedString().equals(name));
        }
        return name.contains(".")
                && PRIVATE_NAMES.stream().noneMatch(name::endsWith)
                && !NUMBER_AT_THE_END.matcher(name).matches();
    }

    /** Whether it lies in the public internet. */
    public static boolean is(InetAddress address) {
        return isPublic(new IPAddressGenerator().from(address));
    }

    private static boolean isPublic(IPAddress address) {
        return (address.isIPv4() || GLOBAL_UNICAST.contains(address)) && !SPECIAL.elementContains(address);
    }
}
