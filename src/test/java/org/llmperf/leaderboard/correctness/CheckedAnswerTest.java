package org.llmperf.leaderboard.correctness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class CheckedAnswerTest {

    private static CheckedAnswer check(Outcome outcome, String text, int number) {
        var trace = new RequestTrace(
                0,
                Instant.EPOCH,
                outcome,
                Optional.empty(),
                new Timeline(Map.of()),
                List.of(),
                Response.NONE,
                TokenUsage.NONE,
                Optional.empty(),
                text);
        return CheckedAnswer.of(trace, "which?", number);
    }

    @ParameterizedTest(name = "{0} for 1234: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1234                                | true  | true",
                "1,234                               | true  | true",
                "'\n\n**1234**\nThat is 1,234.'      | true  | true",
                "The number is 1234.                 | true  | true",
                "With 4 words: 1234                  | true  | false",
                "1 2 3 1234                          | true  | false",
                "1,2,3,4                             | true  | true",
                "12345                               | false | false",
                "01234                               | false | false",
                "1 234                               | false | false",
                "1.234                               | false | false",
                "one thousand and so on              | false | false",
                "١٢٣٤                                | false | false",
            })
    void the_number_is_anywhere_or_first(String text, boolean contains, boolean begins) {
        CheckedAnswer answer = check(Outcome.SUCCESS, text, 1234);
        assertThat(answer.contains()).isEqualTo(contains);
        assertThat(answer.beginsWith()).isEqualTo(begins);
        assertThat(answer.failed()).isFalse();
    }

    @Test
    void a_failed_request_has_no_right_answer_whatever_it_said() {
        CheckedAnswer answer = check(Outcome.TRUNCATED, "1234", 1234);
        assertThat(answer.failed()).isTrue();
        assertThat(answer.contains()).isFalse();
        assertThat(answer.beginsWith()).isFalse();
    }
}
