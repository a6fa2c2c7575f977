package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Timeline;

/**
 * All requests of a run drawn over its time, one lane for each that was under way at once.
 *
 * @param height of the drawing in pixels
 * @param ticks seconds since the start of the run
 */
public record RequestTimeline(List<Bar> bars, int height, List<Tick> ticks) {
    private static final int LANE = 20;
    private static final int TICKS = 6;

    /**
     * One request; positions and widths are shares of the drawing, for example {@code 3.21%}.
     *
     * @param streaming where its first content came; empty for a request without any
     * @param text the same in words
     */
    public record Bar(
            String x, String width, String streaming, String streamingWidth, int y, boolean failed, String text) {}

    public record Tick(String x, String text) {}

    static RequestTimeline of(List<MeasuredRequest> requests) {
        List<MeasuredRequest> drawable = requests.stream()
                .filter(request -> start(request).isPresent() && end(request).isPresent())
                .sorted(Comparator.comparingLong(request -> start(request).getAsLong()))
                .toList();
        long last = drawable.stream()
                .mapToLong(request -> end(request).getAsLong())
                .max()
                .orElse(1);
        var laneEnds = new ArrayList<Long>();
        var bars = new ArrayList<Bar>();
        for (MeasuredRequest request : drawable) {
            bars.add(bar(request, freeLane(laneEnds, request), last));
        }
        return new RequestTimeline(bars, Math.max(1, laneEnds.size()) * LANE, ticks(last));
    }

    private static int freeLane(List<Long> laneEnds, MeasuredRequest request) {
        long start = start(request).getAsLong();
        long end = end(request).getAsLong();
        for (int lane = 0; lane < laneEnds.size(); lane++) {
            if (laneEnds.get(lane) <= start) {
                laneEnds.set(lane, end);
                return lane;
            }
        }
        laneEnds.add(end);
        return laneEnds.size() - 1;
    }

    private static Bar bar(MeasuredRequest request, int lane, long last) {
        long start = start(request).getAsLong();
        long end = end(request).getAsLong();
        OptionalLong first = request.trace().timeline().at(Moment.FIRST_CONTENT);
        return new Bar(
                percent(start, last),
                percent(end - start, last),
                first.isPresent() ? percent(first.getAsLong(), last) : "",
                first.isPresent() ? percent(end - first.getAsLong(), last) : "",
                lane * LANE + 3,
                !request.trace().succeeded(),
                words(request, start, end, first));
    }

    private static String words(MeasuredRequest request, long start, long end, OptionalLong first) {
        return "Request " + request.trace().number() + ", "
                + request.trace().outcome().label()
                + (first.isPresent() ? ", first token after " + seconds(first.getAsLong() - start) : "")
                + ", ended after " + seconds(end - start);
    }

    private static List<Tick> ticks(long last) {
        double step = new Axis(0, last / 1e9).step(TICKS);
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i * step <= last / 1e9; i++) {
            ticks.add(new Tick(percent((long) (i * step * 1e9), last), trimmed(i * step) + "\u00a0s"));
        }
        return ticks;
    }

    private static String trimmed(double seconds) {
        return seconds == Math.rint(seconds)
                ? String.valueOf((long) seconds)
                : String.format(Locale.ROOT, "%.2g", seconds);
    }

    private static OptionalLong start(MeasuredRequest request) {
        return request.trace().timeline().at(Moment.STARTED);
    }

    private static OptionalLong end(MeasuredRequest request) {
        Timeline timeline = request.trace().timeline();
        return timeline.at(Moment.ENDED);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f\u00a0s", nanos / 1e9);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }
}
