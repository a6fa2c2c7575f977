package org.llmperf.leaderboard.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.store.notices.DueNotice;
import org.llmperf.leaderboard.store.notices.NoticeSettings;
import org.llmperf.leaderboard.store.notices.SendResult;

/**
 * Sends a webhook, once. It connects to the address that was looked at, never to one that a name gives a moment later, and
 * follows no redirect.
 */
@ApplicationScoped
public class WebhookSender {
    private static final int SECONDS = 10;
    private static final int GONE = 410;

    /** As much of an answer as is kept, in bytes: the rest is not even read. */
    private static final int READ = 400;

    private final WebhookAddresses addresses;
    private final Clock clock;
    private final Receivers receivers = new Receivers();
    private final HttpClient client;
    private final Duration longest;

    @Inject
    public WebhookSender(WebhookAddresses addresses, Clock clock, Vertx vertx) {
        this(addresses, clock, vertx, Duration.ofSeconds(SECONDS));
    }

    /**
     * @param longest to wait for a connection, and then for an answer
     */
    WebhookSender(WebhookAddresses addresses, Clock clock, Vertx vertx, Duration longest) {
        this.addresses = addresses;
        this.clock = clock;
        this.longest = longest;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout((int) longest.toMillis()));
    }

    void onStop(@Observes ShutdownEvent event) {
        client.close();
    }

    /**
     * What the receiver says is a result; that it cannot be spoken to is an exception.
     *
     * @throws CircuitBreakerOpenException if it could not be spoken to some times in a row, a moment ago
     * @throws UnreachableException in words for the log that its owner reads
     */
    @Bulkhead(4)
    @Timeout(value = 2 * SECONDS, unit = ChronoUnit.SECONDS)
    public SendResult send(DueNotice notice, NoticeSettings.Webhook to) throws InterruptedException {
        return receivers.guard(notice.account(), to.address().getHost(), () -> post(notice, to));
    }

    private SendResult post(DueNotice notice, NoticeSettings.Webhook to) throws InterruptedException {
        try {
            // once more, since it may have been entered when more was allowed
            URI address = addresses.check(to.address().toString());
            InetAddress server = addresses.resolve(address.getHost());
            Future<HttpClientRequest> opening = client.request(options(address, server));
            try {
                // all on the connection's thread: an answer that has come before anybody reads it is lost
                return await(opening.compose(request -> send(request, notice, to)));
            } finally {
                // of a request that was given up too, and of one whose connection opens later: else it would keep its
                // place in the pool
                opening.onSuccess(request -> request.connection().close());
            }
        } catch (UnknownHostException e) {
            throw new UnreachableException("no address: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new UnreachableException("no answer within " + longest.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new UnreachableException(String.valueOf(e.getCause().getMessage()), e);
        }
    }

    private <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static RequestOptions options(URI to, InetAddress server) {
        boolean encrypted = "https".equalsIgnoreCase(to.getScheme());
        int port = to.getPort() > 0 ? to.getPort() : encrypted ? 443 : 80;
        String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(server, port)))
                .setHost(to.getHost())
                .setPort(port)
                .setSsl(encrypted)
                .setFollowRedirects(false)
                .setURI(to.getRawQuery() == null ? path : path + "?" + to.getRawQuery());
    }

    private Future<SendResult> send(HttpClientRequest request, DueNotice notice, NoticeSettings.Webhook to) {
        long now = clock.instant().getEpochSecond();
        String id = "msg_" + notice.id();
        request.putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "llmperf-leaderboard")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader("webhook-signature", WebhookSignature.of(to.secret(), id, now, notice.body()));
        return request.send(Buffer.buffer(notice.body())).compose(WebhookSender::result);
    }

    private static Future<SendResult> result(HttpClientResponse answer) {
        int status = answer.statusCode();
        var start = Buffer.buffer();
        return Future.<Void>future(read -> answer.exceptionHandler(lost -> read.tryComplete())
                        .endHandler(end -> read.tryComplete())
                        .handler(bytes -> {
                            start.appendBuffer(bytes.slice(0, Math.min(bytes.length(), READ - start.length())));
                            if (start.length() == READ) {
                                read.tryComplete();
                            }
                        }))
                .map(read -> judge(status, Format.brief(start.toString())));
    }

    private static SendResult judge(int status, String words) {
        if (status >= 200 && status < 300) {
            return SendResult.arrived(status);
        }
        return status == GONE ? SendResult.hopeless(status, words) : SendResult.failed(OptionalInt.of(status), words);
    }
}
