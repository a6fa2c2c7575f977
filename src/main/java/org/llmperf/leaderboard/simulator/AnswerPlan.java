package org.llmperf.leaderboard.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What the simulator will do with one request, decided before its first byte: how the answer ends, when each content event is due
 * and what it says. It depends on the settings, the request's number and the length alone, so a run can be repeated.
 */
final class AnswerPlan {
    /** How an answer ends. */
    enum Fate {
        /** Whole. */
        COMPLETE,
        /** With HTTP 500 in its place. */
        ERROR,
        /** With the connection cut after half of the events. */
        TRUNCATED
    }

    private static final double MOST_SIGMAS = 3;

    private final Fate fate;
    private final long[] due;
    private final String[] texts;

    private AnswerPlan(Fate fate, long[] due, String[] texts) {
        this.fate = fate;
        this.due = due;
        this.texts = texts;
    }

    /**
     * @param number of the request, in the order in which requests came
     * @param tokens length of the answer, at least 1
     */
    static AnswerPlan of(SimulatorSettings settings, long number, int tokens) {
        return of(settings, number, tokens, OptionalInt.empty());
    }

    /** @param asked for by the question: the answer begins with it, or, if it is a wrong one, with its successor */
    static AnswerPlan of(SimulatorSettings settings, long number, int tokens, OptionalInt asked) {
        // the seeds of neighbours must be unrelated: a generator seeded with seed + number would repeat its neighbour's
        // numbers
        var random =
                new SplittableRandom(new SplittableRandom(settings.seed() + number * 0x9E3779B97F4A7C15L).nextLong());
        SplittableRandom text = random.split();
        var words = new Words(text, firstWord(settings, asked, text));
        // all three are drawn always, so that one rate changed leaves the requests hit by the others as they were
        boolean error = random.nextDouble() < settings.errorRate();
        boolean truncated = random.nextDouble() < settings.truncateRate();
        boolean stalled = random.nextDouble() < settings.stallRate();
        Fate fate = error ? Fate.ERROR : truncated ? Fate.TRUNCATED : Fate.COMPLETE;

        int perEvent = settings.tokensPerEvent();
        var texts = new String[(tokens + perEvent - 1) / perEvent];
        for (int event = 0; event < texts.length; event++) {
            texts[event] = words.next(Math.min(perEvent, tokens - event * perEvent));
        }
        long stall = stalled ? settings.stall().toNanos() : 0;
        var plan = new AnswerPlan(fate, dueTimes(settings, texts.length, stall, random), texts);
        return settings.trick() == null ? plan : settings.trick().play(plan, settings);
    }

    /** The same answer, all of it held back but for its last events. */
    AnswerPlan heldBack(int streamed) {
        long[] held = due.clone();
        int burst = Math.max(0, due.length - streamed);
        Arrays.fill(held, 0, burst, burst == 0 ? 0 : due[burst - 1]);
        return new AnswerPlan(fate, held, texts);
    }

    /** The same answer after an event of its own, every later one by so much later. */
    AnswerPlan after(String text, long dueNanos, long laterNanos) {
        var times = new long[due.length + 1];
        var words = new String[texts.length + 1];
        times[0] = dueNanos;
        words[0] = text;
        for (int event = 0; event < due.length; event++) {
            times[event + 1] = due[event] + laterNanos;
            words[event + 1] = event == 0 && !texts[0].startsWith(" ") ? " " + texts[0] : texts[event];
        }
        return new AnswerPlan(fate, times, words);
    }

    /** No answer, at once. */
    AnswerPlan failed() {
        return new AnswerPlan(Fate.ERROR, new long[] {0}, new String[] {""});
    }

    /** Draws for a question that asks for a number only: the answers to all others do not depend on the rate. */
    private static Optional<String> firstWord(SimulatorSettings settings, OptionalInt asked, SplittableRandom random) {
        return asked.stream()
                .map(number -> random.nextDouble() < settings.wrongRate() ? number + 1 : number)
                .mapToObj(Integer::toString)
                .findFirst();
    }

    /**
     * The first event's jitter moves the whole answer, as a queue would. That of every later event moves this one alone around its
     * place in the schedule, so errors never add up; an event is never due before its predecessor.
     */
    private static long[] dueTimes(SimulatorSettings settings, int events, long stall, SplittableRandom random) {
        var due = new long[events];
        long gap = settings.itl().toNanos() * settings.tokensPerEvent();
        due[0] = settings.ttft().toNanos() + jitter(settings, settings.ttft().toNanos(), random);
        for (int event = 1; event < events; event++) {
            long pause = event >= events / 2 ? stall : 0;
            long place = due[0] + event * gap + pause + jitter(settings, gap, random);
            due[event] = Math.max(due[event - 1], place);
        }
        return due;
    }

    private static long jitter(SimulatorSettings settings, long delay, SplittableRandom random) {
        double sigmas = Math.max(-MOST_SIGMAS, Math.min(MOST_SIGMAS, random.nextGaussian()));
        return Math.max(-delay, Math.round(sigmas * settings.jitter() * delay));
    }

    Fate fate() {
        return fate;
    }

    /** Content events that are really sent: all, or half of them (at least one) if the answer is truncated. */
    int events() {
        return fate == Fate.TRUNCATED ? Math.max(1, due.length / 2) : due.length;
    }

    /** When an event is due, in nanoseconds after the request was read. */
    long dueNanos(int event) {
        return due[event];
    }

    String text(int event) {
        return texts[event];
    }
}
