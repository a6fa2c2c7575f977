package org.llmperf.leaderboard.client.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.DialectContractTest;
import org.llmperf.leaderboard.client.ProviderError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.aws.Frames.*;

/** What holds for all that AWS streams, whatever is in the messages. */
abstract class AwsDialectContractTest extends DialectContractTest {
    static final Map<String, String> ENVIRONMENT = Map.of(
            "AWS_ACCESS_KEY_ID",
            "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY",
            "planted-key-0123456789",
            "AWS_REGION_NAME",
            "eu-central-1");

    @Override
    protected ApiKeys keys() {
        return new ApiKeys(ENVIRONMENT::get);
    }

    @Override
    protected byte[] refusal() {
        return "{\"__type\":\"some_code\",\"message\":\"some words\"}".getBytes(StandardCharsets.UTF_8);
    }

    Answer read(byte[]... frames) {
        return dialect().read(List.of(new BodyRead(join(frames), 10, 1)));
    }

    @Test
    void an_exception_inside_a_200_is_an_error_with_its_type_as_code() {
        Answer answer = read(helloWorld(), exception("throttlingException", "{\"message\":\"Too many requests\"}"));

        assertThat(answer.text()).isEqualTo("Hello world");
        assertThat(answer.error())
                .contains(new ProviderError(java.util.Optional.of("throttlingException"), "Too many requests"));
    }

    @Test
    void an_exception_without_json_keeps_its_words() {
        assertThat(read(exception("modelStreamErrorException", "out of memory"))
                        .error()
                        .orElseThrow()
                        .message())
                .isEqualTo("out of memory");
    }

    @Test
    void an_error_of_the_stream_is_in_its_headers() {
        byte[] error = message(
                Map.of(":message-type", "error", ":error-code", "InternalError", ":error-message", "it broke"), "");

        assertThat(read(error).error()).contains(new ProviderError(java.util.Optional.of("InternalError"), "it broke"));
    }

    @Test
    void any_byte_that_is_wrong_makes_it_malformed() {
        for (int at = 0; at < helloWorld().length; at++) {
            byte[] spoiled = helloWorld();
            spoiled[at] ^= 1;
            Answer answer = read(spoiled);

            assertThat(answer.malformed()).as("byte %d", at).isPresent();
            assertThat("Hello world").startsWith(answer.text());
        }
    }

    @Test
    void what_is_no_event_stream_is_malformed() {
        assertThat(read("data: {\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8))
                        .malformed())
                .isPresent();
        assertThat(read(new byte[100]).malformed()).isPresent();
    }

    @Test
    void an_event_of_an_unknown_name_or_without_one_is_passed_over() {
        Answer answer = read(event("initial-response", "{}"), message(Map.of(), "{}"), helloWorld());

        assertThat(answer.text()).isEqualTo("Hello world");
    }

    @Test
    void a_message_has_the_stamp_of_the_read_that_completed_it() {
        byte[] bytes = helloWorld();
        List<Answer.Piece> pieces = dialect().read(inReadsOf(7, bytes)).pieces();

        assertThat(pieces).extracting(Answer.Piece::read).doesNotHaveDuplicates();
        assertThat(pieces).allMatch(piece -> piece.atNanos() == 10L * piece.read());
    }
}
