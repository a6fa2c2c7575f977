package org.llmperf.leaderboard.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class FailureGroupTest {

    private static MeasuredRequest failed(int number, Outcome outcome, int status, String code) {
        var response = new Response(
                OptionalInt.of(status),
                Optional.of("HTTP/1.1"),
                Optional.of("req-" + number),
                Optional.empty(),
                Optional.of(code),
                0,
                1);
        return new MeasuredRequest(
                new RequestTrace(
                        number,
                        Instant.parse("2026-11-23T09:00:00Z").plusSeconds(number),
                        outcome,
                        Optional.of("=slow down, request " + number),
                        new Timeline(Map.of()),
                        List.of(),
                        response,
                        TokenUsage.NONE,
                        Optional.empty(),
                        ""),
                550,
                550,
                150,
                0,
                Map.of(),
                false);
    }

    @Test
    void the_same_failure_is_shown_once_with_its_count() {
        List<MeasuredRequest> requests = new ArrayList<>();
        requests.add(failed(0, Outcome.HTTP_5XX, 503, "overloaded"));
        for (int number = 1; number <= 94; number++) {
            requests.add(failed(number, Outcome.RATE_LIMITED, 429, "tokens"));
        }
        requests.add(failed(95, Outcome.HTTP_5XX, 500, "overloaded"));

        List<FailureGroup> groups = FailureGroup.of(requests);

        assertThat(groups).extracting(FailureGroup::count).containsExactly(94, 1, 1);
        assertThat(groups.get(0).outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(groups.get(0).example().number()).isEqualTo(1);
        assertThat(groups.get(0).last().number()).isEqualTo(94);
    }

    @Test
    void the_file_has_every_one_of_them_and_no_formula() {
        String csv = FailureCsv.of(FailedRequest.of(
                List.of(failed(3, Outcome.RATE_LIMITED, 429, "tokens"), failed(4, Outcome.HTTP_5XX, 503, "-1"))));

        assertThat(csv.lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("3,")
                        .contains(
                                "2026-11-23T09:00:03Z", "rate limited", ",429,tokens,req-3,", "'=slow down, request 3"))
                .anySatisfy(line -> assertThat(line).contains("503,\"'-1\",req-4,"));
    }
}
