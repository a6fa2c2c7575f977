package org.llmperf.leaderboard.delivery;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.delivery.Delivery.Wanted;

/** Takes a copy of each answer that {@link Delivery} wants for the next one who asks. */
@Provider
public class Keeper implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    private static final List<String> OF_ONE_ENCODING =
            List.of(HttpHeaders.ETAG, HttpHeaders.CONTENT_ENCODING, HttpHeaders.CONTENT_LENGTH, "Transfer-Encoding");

    private final CurrentVertxRequest current;
    private final Answers answers;

    public Keeper(CurrentVertxRequest current, Answers answers) {
        this.current = current;
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RoutingContext context = current.getCurrent();
        if (context != null && Boolean.TRUE.equals(context.get(Delivery.AWAY))) {
            throw new DatabaseAwayException();
        }
    }

    /**
     * Only what was found is kept; what was refused is cheap, and there is no end of it. For what could not be made, since
     * the database went away just now, the last copy stands in.
     */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext context = current.getCurrent();
        Wanted wanted = context == null ? null : context.get(Delivery.WANTED);
        if (wanted == null) {
            return;
        }
        if (response.getStatus() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            answers.last(wanted.question()).ifPresent(last -> standIn(response, last, wanted));
        } else if (response.getStatus() == Response.Status.OK.getStatusCode()
                && request.getMethod().equals(HttpMethod.GET)) {
            request.setProperty(Delivery.WANTED, wanted);
        }
    }

    private static void standIn(ContainerResponseContext response, Answer last, Wanted wanted) {
        response.setStatus(Response.Status.OK.getStatusCode());
        response.getHeaders().clear();
        AwayNotice.headers(last).forEach(response.getHeaders()::putSingle);
        response.setEntity(AwayNotice.body(last, wanted.edition()).getBytes());
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getProperty(Delivery.WANTED) instanceof Wanted wanted) {
            keep(context, wanted);
        } else {
            context.proceed();
        }
    }

    /** The server writes the headers down as soon as the body begins, so those of the encoding must stand before. */
    private void keep(WriterInterceptorContext context, Wanted wanted) throws IOException {
        HttpServerRequest request = current.getCurrent().request();
        Encoding encoding = Encoding.chosen(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        MultivaluedMap<String, Object> headers = context.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, Tag.of(wanted.question(), wanted.edition(), encoding));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, Delivery.CACHE_CONTROL);
        headers.add(HttpHeaders.VARY, wanted.question().vary());
        if (encoding != Encoding.IDENTITY) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, encoding.id());
        }
        var copy = new ByteArrayOutputStream();
        context.setOutputStream(copy);
        context.proceed();
        MultiMap written = request.response().headers();
        written.set(HttpHeaders.VARY, String.join(", ", written.getAll(HttpHeaders.VARY)));
        Answer answer = Answer.of(wanted.edition(), template(), lasting(written), copy.toByteArray());
        // a cookie stands in the headers only when they leave; who asked brought none
        if (request.cookieCount() == 0 && !written.contains(HttpHeaders.SET_COOKIE)) {
            answers.keep(wanted.question(), answer);
        }
        Buffer body = answer.body(encoding);
        if (encoding != Encoding.IDENTITY) {
            // once more: for media types that it does not pack itself the server has put "identity" there
            written.set(HttpHeaders.CONTENT_ENCODING, encoding.id());
        }
        request.response().setChunked(false);
        written.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        // in one piece: the server's own stream would cut it into chunks, and announce both a length and chunks
        request.response().end(body);
        context.setOutputStream(OutputStream.nullOutputStream());
    }

    private static Optional<String> template() {
        return Optional.ofNullable(Vertx.currentContext()).map(context -> context.getLocal(Delivery.TEMPLATE));
    }

    private static List<Map.Entry<String, String>> lasting(MultiMap headers) {
        return headers.names().stream()
                .filter(name -> OF_ONE_ENCODING.stream().noneMatch(name::equalsIgnoreCase))
                .map(name -> Map.entry(name, String.join(", ", headers.getAll(name))))
                .toList();
    }
}
