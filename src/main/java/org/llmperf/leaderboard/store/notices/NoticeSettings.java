package org.llmperf.leaderboard.store.notices;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an account wants to be told, and where.
 *
 * @param email where it wants to be told
 * @param confirmed whether its owner proved to read there; before nothing is sent to it
 */
public record NoticeSettings(
        Set<NoticeKind> kinds, Optional<String> email, boolean confirmed, Optional<Webhook> webhook) {

    /**
     * @param secret signs what is sent
     */
    public record Webhook(URI address, String secret) {
        /** Never the secret, wherever it might be printed. */
        @Override
        public String toString() {
            return "Webhook[" + address.getHost() + "]";
        }
    }

    /** The address that notices go to. */
    public Optional<String> usableEmail() {
        return email.filter(address -> confirmed);
    }

    /** An address that is not confirmed gets the code that confirms it and nothing else. */
    public Optional<String> emailFor(NoticeKind kind) {
        return kind == NoticeKind.CONFIRMATION ? email.filter(address -> !confirmed) : usableEmail();
    }

    /** The ways by which it is told what it chose. */
    public List<NoticeChannel> channels() {
        return List.of(NoticeChannel.values()).stream()
                .filter(channel -> channel == NoticeChannel.EMAIL
                        ? usableEmail().isPresent()
                        : webhook().isPresent())
                .toList();
    }
}
