package org.llmperf.leaderboard.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a receiver that a webhook is ours, was not changed, and is new: HMAC-SHA256 over id, time and body, as the Standard
 * Webhooks specification has it. A receiver refuses what is older than some minutes and an id that it has seen.
 */
final class WebhookSignature {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private WebhookSignature() {}

    static String freshSecret() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @param seconds since 1970, when it is sent
     */
    static String of(String secret, String id, long seconds, String body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
