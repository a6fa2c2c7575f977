package org.llmperf.leaderboard.client.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes a name as one segment of a path: a model's may hold a colon, an inference profile's also slashes. */
final class PathSegment {
    private PathSegment() {}

    static String of(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
