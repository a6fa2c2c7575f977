package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a provider could do to look better than it is. A simulated one does it, so that everybody can see what it gains. */
public enum Trick {
    /** Holds back all but the last ten tokens, sends them in one write, then streams the rest. */
    HOLD,
    /** Sends a word that means nothing after a fifth of its time to the first token. */
    FILLER,
    /** Stops after two fifths of the tokens asked for and says that it reached the length. */
    CAP,
    /** Goes on to twice the tokens asked for. */
    OVERRUN,
    /** Fails the requests whose first token would come late: with a jitter above 0, the slowest tenth. */
    SHED,
    /** Answers nothing. */
    DOWN,
    /** Thinks thirty tokens within its answer, between think tags. */
    THINK_TAGS;

    private static final int STREAMED = 10;
    private static final int THOUGHTS = 30;

    /** A tenth of normal values lie this many standard deviations above the mean, or further. */
    private static final double SLOWEST_TENTH = 1.2816;

    /** As it stands in files and on the command line, for example {@code think-tags}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException if there is no such trick, naming those there are
     */
    @JsonCreator
    public static Trick ofId(String id) {
        return Arrays.stream(values())
                .filter(trick -> trick.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("trick must be one of " + ids() + ", not " + id));
    }

    public static String ids() {
        return String.join(", ", Arrays.stream(values()).map(Trick::toString).toList());
    }

    /** How many tokens the answer to a request has that asks for so many. */
    int tokens(int asked) {
        return switch (this) {
            case CAP -> Math.max(1, asked * 2 / 5);
            case OVERRUN -> Math.min(2 * asked, SimulatorSettings.MOST_TOKENS);
            case HOLD, FILLER, SHED, DOWN, THINK_TAGS -> asked;
        };
    }

    /** The plan of the same answer with the trick in it. */
    AnswerPlan play(AnswerPlan honest, SimulatorSettings settings) {
        return switch (this) {
            case HOLD -> honest.heldBack(STREAMED);
            case FILLER -> honest.after("Sure", settings.ttft().toNanos() / 5, 0);
            case SHED ->
                honest.dueNanos(0) > settings.ttft().toNanos() * (1 + SLOWEST_TENTH * settings.jitter())
                        ? honest.failed()
                        : honest;
            case DOWN -> honest.failed();
            case THINK_TAGS -> {
                AnswerPlan plan = honest;
                long pace = settings.itl().toNanos();
                for (int thought = THOUGHTS; thought > 0; thought--) {
                    String text = thought == 1 ? "<think>so" : thought == THOUGHTS ? " so</think>" : " so";
                    plan = plan.after(text, honest.dueNanos(0), pace);
                }
                yield plan;
            }
            case CAP, OVERRUN -> honest;
        };
    }
}
