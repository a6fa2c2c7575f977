package org.llmperf.leaderboard.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.pages.Site;
import org.llmperf.leaderboard.store.notices.DueNotice;
import org.llmperf.leaderboard.store.notices.SendResult;

/** Sends an e-mail, once, by the one server that is configured. While that is away nothing is tried for a while. */
@ApplicationScoped
public class MailSender {
    private static final int SECONDS = 20;
    private static final int ACCEPTED = 250;

    /** More would take all the threads that send anything, should the server be silent. */
    static final int AT_ONCE = 2;

    /** Of its circuit breaker. */
    public static final String MAIL = "e-mail";

    private final ReactiveMailer mailer;
    private final Site site;
    private final boolean on;

    public MailSender(
            ReactiveMailer mailer, Site site, @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.mailer = mailer;
        this.site = site;
        this.on = from.isPresent();
    }

    /** Whether this program sends e-mail at all: somebody said from whom. */
    public boolean on() {
        return on;
    }

    /**
     * What the server says of this message is a result; that it cannot be spoken to is an exception.
     *
     * @param to address of the receiver
     */
    @Bulkhead(AT_ONCE)
    @Timeout(value = SECONDS + 10, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 1, delay = 60, delayUnit = ChronoUnit.SECONDS)
    @CircuitBreakerName(MAIL)
    public SendResult send(DueNotice notice, String to) {
        Mail mail = Mail.withText(to, notice.subject(), notice.body())
                .addHeader("Message-ID", "<" + notice.id() + "@" + site.host() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(Duration.ofSeconds(SECONDS));
            return SendResult.arrived(ACCEPTED);
        } catch (RuntimeException e) {
            return refusal(e).orElseThrow(() -> e);
        }
    }

    /** Absent if the server said nothing. */
    private static Optional<SendResult> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refused) {
                String words = Format.brief(String.valueOf(refused.getMessage()));
                return Optional.of(
                        refused.isPermanent()
                                ? SendResult.hopeless(refused.getReplyCode(), words)
                                : SendResult.failed(OptionalInt.of(refused.getReplyCode()), words));
            }
        }
        return Optional.empty();
    }
}
