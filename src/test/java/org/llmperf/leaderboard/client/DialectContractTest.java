package org.llmperf.leaderboard.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every dialect. A dialect's test extends this and gives an answer and an error in its own words. */
public abstract class DialectContractTest {
    private static final String KEY = "planted-key-0123456789";

    protected abstract Dialect dialect();

    /** A proper answer whose content is {@code Hello world} in at least two events, with usage of 7 tokens in, 2 out. */
    protected abstract byte[] helloWorld();

    /** Of {@link #helloWorld}; an API that does not tell both, or either, says so here. */
    protected TokenUsage usage() {
        return new TokenUsage(OptionalInt.of(7), OptionalInt.of(2), OptionalInt.empty());
    }

    /** Absent for the API of a server that has just one. */
    protected Optional<String> modelInRequest() {
        return Optional.of("some-model");
    }

    /** Whether the API tells why an answer ended. */
    protected boolean givesFinishReason() {
        return true;
    }

    /** The body of a refusal with the message {@code some words} and the {@link #refusalCode}. */
    protected abstract byte[] refusal();

    /** Absent where the API gives none. */
    protected Optional<String> refusalCode() {
        return Optional.of("some_code");
    }

    protected static Endpoint endpoint(Map<String, Object> parameters) {
        return new Endpoint(URI.create("https://host.example/base"), Optional.of(KEY), "some-model", parameters);
    }

    protected static List<BodyRead> inReadsOf(int size, byte[] bytes) {
        List<BodyRead> reads = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            int number = reads.size() + 1;
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
            reads.add(new BodyRead(part, 10L * number, number));
        }
        return reads;
    }

    /** Where its authoriser finds what it needs beside the key. */
    protected ApiKeys keys() {
        return new ApiKeys(name -> null);
    }

    private HttpCall authorised(ProviderRequest request) throws IOException {
        Endpoint endpoint = endpoint(Map.of());
        return dialect().authoriser(endpoint, keys()).authorise(dialect().call(endpoint, request));
    }

    private Answer whole() {
        return dialect().read(inReadsOf(Integer.MAX_VALUE / 2, helloWorld()));
    }

    @Test
    void it_is_found_by_its_id() {
        assertThat(Dialects.find(dialect().id())).get().hasSameClassAs(dialect());
        assertThat(Dialects.ids()).contains(dialect().id());
    }

    @Test
    void the_request_goes_to_the_host_with_prompt_and_model() {
        HttpCall call = dialect().call(endpoint(Map.of()), new ProviderRequest(0, 0, 0, "What is \"é\"?", 150));

        assertThat(call.uri().getHost()).isEqualTo("host.example");
        assertThat(call.uri().getPath()).startsWith("/base/");
        assertThat(new String(call.body(), StandardCharsets.UTF_8)).contains("What is \\\"é\\\"?", "150");
        String whole = call.uri() + new String(call.body(), StandardCharsets.UTF_8);
        modelInRequest().ifPresent(model -> assertThat(whole).contains(model));
    }

    @Test
    void what_proves_who_asks_is_in_a_header_and_nowhere_else() throws IOException {
        HttpCall call = authorised(new ProviderRequest(0, 0, 0, "Hi", 150));

        assertThat(call.secrets()).isNotEmpty();
        assertThat(String.join(" ", call.headers().values())).contains(call.secrets());
        assertThat(call.uri() + new String(call.body(), StandardCharsets.UTF_8)).doesNotContain(KEY);
    }

    @Test
    void a_proper_answer_is_read_whole() {
        Answer answer = whole();

        assertThat(answer.text()).isEqualTo("Hello world");
        assertThat(answer.pieces()).hasSizeGreaterThan(1).allMatch(piece -> piece.kind() == Kind.CONTENT);
        assertThat(answer.ended()).isTrue();
        assertThat(answer.error()).isEmpty();
        assertThat(answer.malformed()).isEmpty();
        assertThat(answer.finishReason().isPresent()).isEqualTo(givesFinishReason());
        assertThat(answer.usage()).isEqualTo(usage());
    }

    @Test
    void any_cut_into_reads_gives_the_same_answer() {
        for (int size = 1; size < helloWorld().length; size += 3) {
            Answer answer = dialect().read(inReadsOf(size, helloWorld()));
            assertThat(answer.text()).isEqualTo("Hello world");
            assertThat(answer.usage()).isEqualTo(whole().usage());
            assertThat(answer.pieces()).extracting(Answer.Piece::atNanos).isSorted();
        }
    }

    @Test
    void an_answer_cut_anywhere_gives_the_beginning_and_is_not_malformed() {
        for (int length = 0; length < helloWorld().length; length++) {
            Answer answer = dialect().read(inReadsOf(64, Arrays.copyOf(helloWorld(), length)));
            assertThat("Hello world").startsWith(answer.text());
            assertThat(answer.malformed()).isEmpty();
        }
    }

    @Test
    void the_end_marker_is_not_seen_before_all_that_counts() {
        for (int length = 0; length <= helloWorld().length; length++) {
            byte[] beginning = Arrays.copyOf(helloWorld(), length);
            if (dialect().endMarker().seenIn(beginning)) {
                assertThat(dialect().read(inReadsOf(64, beginning)).text()).isEqualTo("Hello world");
                assertThat(dialect().read(inReadsOf(64, beginning)).usage()).isEqualTo(whole().usage());
            }
        }
    }

    @Test
    void no_body_makes_it_throw() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            byte[] spoiled = helloWorld();
            for (int change = 0; change < 5; change++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
            }
            assertThat(dialect().read(inReadsOf(50, spoiled))).isNotNull();
            assertThat(dialect().readError(spoiled)).isNotNull();
        }
        assertThat(dialect().read(List.of()).ended()).isFalse();
    }

    @Test
    void a_refusal_is_understood() {
        assertThat(dialect().readError(refusal())).contains(new ProviderError(refusalCode(), "some words"));
        assertThat(dialect().readError("<html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(dialect().readError(new byte[0])).isEmpty();
    }
}
