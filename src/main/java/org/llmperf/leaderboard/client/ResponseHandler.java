package org.llmperf.leaderboard.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * Last in the pipeline: hands the decoded response to the exchange that waits for it, part by part, and skips interim (1xx)
 * responses. While none waits the connection may only end.
 */
final class ResponseHandler extends SimpleChannelInboundHandler<HttpObject> {
    private Optional<HttpExchange> waiting = Optional.empty();
    private boolean interim;

    void serve(HttpExchange exchange) {
        waiting = Optional.of(exchange);
    }

    void rest() {
        waiting = Optional.empty();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        waiting.ifPresentOrElse(exchange -> read(exchange, part), context::close);
    }

    private void read(HttpExchange exchange, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            exchange.fail(new Fault(
                    Outcome.MALFORMED,
                    "not HTTP as it should be: " + part.decoderResult().cause().getMessage()));
            return;
        }
        if (part instanceof HttpResponse response) {
            interim = response.status().code() / 100 == 1;
            if (!interim) {
                exchange.headReceived(head(response));
            } else if (response.status().code() == 101) {
                exchange.fail(new Fault(Outcome.MALFORMED, "HTTP 101: the server wants another protocol"));
            }
        }
        if (part instanceof HttpContent content && !interim) {
            receive(exchange, content);
        }
    }

    private static void receive(HttpExchange exchange, HttpContent content) {
        ByteBuf bytes = content.content();
        if (bytes.isReadable()) {
            exchange.bodyReceived(bytes);
        }
        if (content instanceof LastHttpContent) {
            exchange.bodyEnded();
        }
    }

    private static HttpHead head(HttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new HttpHead(response.status().code(), response.protocolVersion().text(), Map.copyOf(headers));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.ifPresent(HttpExchange::connectionEnded);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        waiting.ifPresentOrElse(exchange -> exchange.broken(cause), context::close);
    }
}
