package org.llmperf.leaderboard.guard;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Whose word about a reader's address counts. Each proxy writes down at the end of {@code X-Forwarded-For} who asked it, and the
 * beginning is whatever the reader sent: the reader is the last one that is no proxy of ours. Quarkus would take the first.
 *
 * @param believed whether there is a proxy at all
 * @param proxies empty: whoever connects is one, and nobody before it
 */
record ProxyChain(boolean believed, List<IpSubnetFilterRule> proxies) {
    private static final String PREFIX = "quarkus.http.proxy.";

    /** An address with a port, or in brackets. */
    private static final Pattern AROUND = Pattern.compile("^\\[|](:\\d+)?$|(?<=^[\\d.]{7,15}):\\d+$");

    static final ProxyChain CONFIGURED = read(ConfigProvider.getConfig());

    private static ProxyChain read(Config config) {
        return of(
                config.getOptionalValue(PREFIX + "proxy-address-forwarding", Boolean.class)
                        .orElse(false),
                config.getOptionalValues(PREFIX + "trusted-proxies", String.class)
                        .orElse(List.of()));
    }

    static ProxyChain of(boolean believed, List<String> trusted) {
        return new ProxyChain(believed, trusted.stream().map(ProxyChain::rule).toList());
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.strip().split("/");
        try {
            InetAddress address = InetAddress.getByName(parts[0]);
            int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE;
            return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(PREFIX + "trusted-proxies: there is no " + network, e);
        }
    }

    /**
     * @param peer who is connected
     * @param forwarded the values of the header, in order
     */
    String client(String peer, List<String> forwarded) {
        if (!believed || !proxies.isEmpty() && !isProxy(peer)) {
            return peer;
        }
        String client = peer;
        String[] hops = String.join(",", forwarded).split(",");
        for (int hop = hops.length - 1; hop >= 0; hop--) {
            String before = AROUND.matcher(hops[hop].strip()).replaceAll("");
            if (NetUtil.createByteArrayFromIpAddressString(before) == null) {
                return client;
            }
            client = before;
            if (!isProxy(before)) {
                return client;
            }
        }
        return client;
    }

    private boolean isProxy(String address) {
        var at = new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), 0);
        return proxies.stream().anyMatch(proxy -> proxy.matches(at));
    }
}
