package org.llmperf.leaderboard.registry;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells addresses of the public internet from others, as far as they say it themselves: no name server is asked. */
public final class PublicAddress {
    /** Endings of names that RFC 6761, 6762, 8375 and ICANN keep for private use. */
    private static final List<String> PRIVATE_NAMES = List.of(".localhost", ".local", ".internal", ".home.arpa");

    /** Some resolvers read 127.1 and 0x7f000001 as addresses too; no name of the internet ends like that. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private PublicAddress() {}

    /** Whether it is encrypted and leads into the public internet. */
    public static boolean is(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) && isPublicHost(address.getHost());
    }

    private static boolean isPublicHost(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        byte[] number = NetUtil.createByteArrayFromIpAddressString(name);
        if (number != null) {
            return isPublic(number);
        }
        return name.contains(".")
                && PRIVATE_NAMES.stream().noneMatch(name::endsWith)
                && !NUMBER_AT_THE_END.matcher(name).matches();
    }

    /** Whether it lies in the public internet. */
    public static boolean is(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && !isReserved(address.getAddress());
    }

    private static boolean isPublic(byte[] number) {
        try {
            return is(InetAddress.getByAddress(number));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** What Java has no word for: this network, shared by carriers (RFC 6598), IPv6's unique local ones (RFC 4193). */
    private static boolean isReserved(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        return bytes.length == 4
                ? first == 0 || first == 100 && (bytes[1] & 0xc0) == 64 || first >= 240
                : (first & 0xfe) == 0xfc;
    }
}
