package org.llmperf.leaderboard.client.aws;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.llmperf.leaderboard.client.ApiKeys;

/** Finds the AWS region that a signature must name. */
final class Region {
    private static final Pattern LABEL = Pattern.compile("(?<=\\.)[a-z]{2,}(-[a-z]+)+-\\d+(?=\\.)");

    private Region() {}

    /**
     * The one in AWS's host names ({@code bedrock-runtime.us-east-1.amazonaws.com}), since the service there takes no
     * other. For a host without one, such as a proxy, what the environment says.
     *
     * @throws IllegalStateException if neither tells it
     */
    static String of(URI address, ApiKeys keys) {
        Matcher label = LABEL.matcher(address.getHost());
        if (label.find()) {
            return label.group();
        }
        return keys.find("AWS_REGION_NAME")
                .or(() -> keys.find("AWS_REGION"))
                .orElseThrow(() -> new IllegalStateException("the AWS region is neither in the host name "
                        + address.getHost() + " nor in the environment as AWS_REGION_NAME"));
    }
}
