package org.llmperf.leaderboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is handed to one person or program and known by its hash alone afterwards. 256 bits of chance cannot be guessed, so a
 * plain hash is enough, unlike for passwords.
 */
public record Secret(String text) {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 32;

    /**
     * @param prefix by which people and scanners know what it is, may be empty
     */
    public static Secret fresh(String prefix) {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256, in hexadecimal. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Never the text itself, wherever it might be printed. */
    @Override
    public String toString() {
        return "Secret";
    }
}
