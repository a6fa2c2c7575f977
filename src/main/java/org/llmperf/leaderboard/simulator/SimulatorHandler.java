package org.llmperf.leaderboard.simulator;

import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One connection: one request after another, each answered as its plan says. */
final class SimulatorHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final ApiFormat OPENAI = new OpenAiFormat();
    private static final List<ApiFormat> FORMATS = List.of(OPENAI, new AnthropicFormat());
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final String MODELS = """
            {"object":"list","data":[{"id":"simulated-chat","object":"model","created":0,"owned_by":"simulator"}]}""";

    private final SimulatedApi api;
    private boolean answering;
    private long id;
    private ApiFormat format = OPENAI;

    SimulatorHandler(SimulatedApi api) {
        this.api = api;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        long receivedNanos = api.nanoClock().nanos();
        if (answering) {
            // a second request before the first is answered: no client of a streaming API does that
            context.close();
            return;
        }
        answering = true;
        id = api.nextId();
        String path = path(request.uri());
        format = format(path);
        if (request.decoderResult().isFailure()) {
            // whatever follows cannot be told apart from the broken request, so the connection ends with it
            refuse(context, ApiError.badRequest("The request is not HTTP."), closing());
        } else if (request.method().equals(HttpMethod.POST) && path.endsWith(format.path())) {
            complete(context, request, receivedNanos);
        } else if (request.method().equals(HttpMethod.GET) && path.endsWith("/models")) {
            respond(context, HttpResponseStatus.OK, MODELS, EmptyHttpHeaders.INSTANCE);
        } else {
            refuse(context, ApiError.unknownAddress(request.method().name(), path), EmptyHttpHeaders.INSTANCE);
        }
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** OpenAI's where the address is nobody's: most clients read its errors. */
    private static ApiFormat format(String path) {
        return FORMATS.stream()
                .filter(format -> path.endsWith(format.path()))
                .findFirst()
                .orElse(OPENAI);
    }

    private void complete(ChannelHandlerContext context, FullHttpRequest http, long receivedNanos) {
        ChatRequest request;
        try {
            request = played(format.read(RequestBody.parse(new ByteBufInputStream(http.content())), http.headers()));
        } catch (BadRequestException refused) {
            refuse(context, ApiError.badRequest(refused.getMessage()), EmptyHttpHeaders.INSTANCE);
            return;
        }
        var plan = AnswerPlan.of(api.settings(), api.nextNumber(), request.maxTokens(), request.askedNumber());
        long waitNanos = api.admit(receivedNanos);
        long firstNanos = receivedNanos + plan.dueNanos(0);
        if (waitNanos > 0) {
            refuseAt(firstNanos, context, ApiError.rateLimited(api.settings().rateLimit()), retryAfter(waitNanos));
        } else if (plan.fate() == AnswerPlan.Fate.ERROR) {
            refuseAt(firstNanos, context, ApiError.failed(), EmptyHttpHeaders.INSTANCE);
        } else {
            stream(context, http.protocolVersion(), request, plan, receivedNanos);
        }
    }

    private ChatRequest played(ChatRequest request) {
        Trick trick = api.settings().trick();
        return trick == null ? request : request.withMaxTokens(trick.tokens(request.maxTokens()));
    }

    /** The status line and headers go out at once, as common servers do; the first byte of the body comes with the first content. */
    private void stream(
            ChannelHandlerContext context,
            HttpVersion version,
            ChatRequest request,
            AnswerPlan plan,
            long receivedNanos) {
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE)
                .set(format.requestIdHeader(), requestId());
        // HTTP/1.0 knows no chunks: there the end of the connection ends the answer
        HttpUtil.setTransferEncodingChunked(head, version.isKeepAliveDefault());
        context.writeAndFlush(head);
        var stamps = new SendStamps(receivedNanos, api.nanoClock());
        StreamFormat stream = format.stream(request, id, api.createdSeconds(), stamps);
        new AnswerStream(context, plan, stream, receivedNanos, api.nanoClock(), () -> answering = false).run();
    }

    /** Refuses when the first token would have come: a gateway takes its time too, and a closed loop that is refused at once spins. */
    private void refuseAt(long dueNanos, ChannelHandlerContext context, ApiError error, HttpHeaders more) {
        context.executor()
                .schedule(
                        () -> refuse(context, error, more),
                        dueNanos - api.nanoClock().nanos(),
                        TimeUnit.NANOSECONDS);
    }

    private void refuse(ChannelHandlerContext context, ApiError error, HttpHeaders more) {
        respond(context, error.status(), format.error(error, requestId()), more);
    }

    private String requestId() {
        return "req-sim-" + id;
    }

    private static HttpHeaders closing() {
        return new DefaultHttpHeaders().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }

    private static HttpHeaders retryAfter(long waitNanos) {
        long seconds = (waitNanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
        return new DefaultHttpHeaders().set(HttpHeaderNames.RETRY_AFTER, seconds);
    }

    private void respond(ChannelHandlerContext context, HttpResponseStatus status, String json, HttpHeaders more) {
        var body = Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .set(format.requestIdHeader(), requestId())
                .add(more);
        HttpUtil.setContentLength(response, body.readableBytes());
        answering = false;
        context.writeAndFlush(response);
    }

    /** A client that went away or broke the protocol ends its connection and nothing else. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
