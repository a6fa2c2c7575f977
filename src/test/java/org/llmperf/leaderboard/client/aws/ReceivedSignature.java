package org.llmperf.leaderboard.client.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request as it came over the wire, and what it should be: Signature Version 4 worked out from AWS's
 * description, by nothing of AWS's library.
 */
record ReceivedSignature(
        String method,
        String path,
        Map<String, String> headers,
        String body,
        String scope,
        List<String> signedHeaders,
        String given) {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/(?<scope>[^,]+), SignedHeaders=(?<names>[^,]+), Signature=(?<given>.+)");

    static ReceivedSignature of(String request) {
        String[] parts = request.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, String> headers = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1].strip(), (a, b) -> a, TreeMap::new));
        Matcher authorization = AUTHORIZATION.matcher(headers.getOrDefault("authorization", ""));
        if (!authorization.matches()) {
            throw new IllegalArgumentException("not signed: " + headers);
        }
        String[] start = lines[0].split(" ");
        return new ReceivedSignature(
                start[0],
                start[1],
                headers,
                parts[1],
                authorization.group("scope"),
                List.of(authorization.group("names").split(";")),
                authorization.group("given"));
    }

    /** Lower-case hexadecimal. */
    String expected(String secret) {
        String signed = signedHeaders.stream()
                .map(name -> name + ":" + headers.get(name) + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n", method, encodedAgain(path), "", signed, String.join(";", signedHeaders), sha256(body));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", headers.get("x-amz-date"), scope, sha256(canonical));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String encodedAgain(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
