package org.llmperf.leaderboard.client;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;

/** Turns a call into the request that is written, with the headers that every request has. */
final class WireRequest {
    private WireRequest() {}

    /** As of many programs: a provider that knew the board by it could serve the board better than others. */
    private static final String USER_AGENT = "Java";

    /** @param kept whether the connection is for later requests too */
    static FullHttpRequest of(HttpCall call, boolean kept) {
        URI uri = call.uri();
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("an address without a host");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.valueOf(call.method()), target, Unpooled.wrappedBuffer(call.body()));
        request.headers()
                .set(HttpHeaderNames.HOST, uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort())
                .set(HttpHeaderNames.USER_AGENT, USER_AGENT)
                .set(HttpHeaderNames.ACCEPT, call.accept())
                // a compressor may hold events back until it has a block full of them
                .set(HttpHeaderNames.ACCEPT_ENCODING, "identity")
                .set(HttpHeaderNames.CONNECTION, kept ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_LENGTH, call.body().length);
        call.headers().forEach(request.headers()::set);
        return request;
    }
}
