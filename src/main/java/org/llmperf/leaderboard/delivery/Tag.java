package org.llmperf.leaderboard.delivery;

import java.util.Arrays;
import org.llmperf.leaderboard.measurement.BuildInfo;
import org.llmperf.leaderboard.store.Edition;

/**
 * The strong ETag of an answer: the same address, build and edition have the same bytes, in each encoding. Where the answer
 * depends on the Accept header, that is part of the tag: JSON and CSV of one address must never pass for each other.
 */
final class Tag {
    private static final String BUILD = build();

    private Tag() {}

    static String of(Question question, Edition edition, Encoding encoding) {
        String accept = question.accept();
        String types = accept.isEmpty() ? "" : "-" + Integer.toHexString(accept.hashCode());
        return "\"" + BUILD + "-" + edition.id() + types + encoding.suffix() + "\"";
    }

    /**
     * Whether the asker has the answer already. Not for {@code *}, which also asks whether there is one.
     *
     * @param ifNoneMatch the header, null when absent
     */
    static boolean matches(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.equals(tag)
                        || Arrays.stream(ifNoneMatch.split(","))
                                .map(String::strip)
                                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                                .anyMatch(tag::equals));
    }

    private static String build() {
        BuildInfo build = BuildInfo.read();
        return Integer.toHexString((build.version() + build.commit()).hashCode());
    }
}
