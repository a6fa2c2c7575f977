package org.llmperf.leaderboard.guard;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who asks, as far as limits are counted: an IPv4 address, or the half of an IPv6 address that a household shares. */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** Behind a proxy it is the proxy's word, where {@code quarkus.http.proxy.proxy-address-forwarding} allows it. */
    public static String of(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        if (peer == null || peer.hostAddress() == null) {
            return "unknown";
        }
        return of(ProxyChain.CONFIGURED.client(
                peer.hostAddress(), request.headers().getAll("X-Forwarded-For")));
    }

    static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length == 4
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)).replaceAll("(....)(?=.)", "$1:")
                        + "::/64";
    }
}
