package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our own style sheet and scripts. They hold a part of the content's hash, so browsers may keep them and still see a new release at once. */
@TemplateExtension(namespace = "asset")
public final class Assets {
    private static final int DIGITS = 8;
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * @param file within META-INF/resources
     */
    public static String url(String file) {
        return ADDRESSES.computeIfAbsent(file, Assets::address);
    }

    private static String address(String file) {
        String resource = "META-INF/resources/" + file;
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
            return "/" + file + "?v=" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
