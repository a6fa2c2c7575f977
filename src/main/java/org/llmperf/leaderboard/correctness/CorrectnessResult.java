package org.llmperf.leaderboard.correctness;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.summary.WilsonInterval;

/**
 * What a correctness test brought.
 *
 * @param answers of every request that ended, in the order of sending
 */
public record CorrectnessResult(Run run, RunSummary summary, List<CheckedAnswer> answers) {

    /** @param run of the questions */
    public static CorrectnessResult of(NumberQuestions questions, Run run, RunSummary summary) {
        return new CorrectnessResult(
                run,
                summary,
                run.requests().stream()
                        .map(request -> questions.check(request.trace()))
                        .toList());
    }

    public int completed() {
        return answers.size();
    }

    public int failed() {
        return count(CheckedAnswer::failed);
    }

    /** Answers without the number anywhere. */
    public int mismatched() {
        return count(answer -> !answer.failed() && !answer.contains());
    }

    /** Answers that do not begin with the number. */
    public int strictlyMismatched() {
        return count(answer -> !answer.failed() && !answer.beginsWith());
    }

    /** Share of the answers that contain the number; absent without any answer. */
    public Optional<SuccessRate> contain() {
        return share(mismatched());
    }

    /** Share of the answers that begin with the number; absent without any answer. */
    public Optional<SuccessRate> begin() {
        return share(strictlyMismatched());
    }

    private Optional<SuccessRate> share(int wrong) {
        int answered = completed() - failed();
        int right = answered - wrong;
        return answered == 0
                ? Optional.empty()
                : Optional.of(new SuccessRate(
                        right, answered, (double) right / answered, WilsonInterval.of(right, answered)));
    }

    private int count(Predicate<CheckedAnswer> kind) {
        return (int) answers.stream().filter(kind).count();
    }
}
