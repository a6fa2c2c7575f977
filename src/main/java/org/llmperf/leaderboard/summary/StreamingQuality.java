package org.llmperf.leaderboard.summary;

import java.util.OptionalDouble;

/**
 * Whether a provider streamed, see {@link org.llmperf.leaderboard.measurement.Arrival}.
 *
 * @param contentEvents of all successes together
 * @param answers successes of two tokens or more, which could have been streamed
 * @param atOnce those of them that came whole, at once
 * @param inBursts those of them of which one read brought more than a fifth
 * @param withFiller those of them whose first content stands apart from the stream
 */
public record StreamingQuality(long contentEvents, int answers, int atOnce, int inBursts, int withFiller) {
    static final StreamingQuality NONE = new StreamingQuality(0, 0, 0, 0, 0);

    /** {@code atOnce ÷ answers}; absent without answers. */
    public OptionalDouble shareAtOnce() {
        return answers > 0 ? OptionalDouble.of((double) atOnce / answers) : OptionalDouble.empty();
    }

    /** More than half of its answers came whole. One that did may have been held up by the network. */
    public boolean notStreaming() {
        return 2L * atOnce > answers;
    }

    /** More than half of its answers came in bursts. */
    public boolean bursty() {
        return 2L * inBursts > answers;
    }

    /** More than half of its answers began with a filler. */
    public boolean filling() {
        return 2L * withFiller > answers;
    }
}
