package org.llmperf.leaderboard.client;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever bytes a server sends, and however the network cuts them: nothing throws, the cuts change nothing, and no text is
 * longer than the body. It runs on the seeds as any other test does; with {@code JAZZER_FUZZ=1} in the environment Jazzer
 * goes on from them, guided by the code that they reach, for as long as the annotation says.
 */
class AnswerFuzzTest {

    static Stream<byte[]> seeds() {
        return FuzzSeeds.all();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3m")
    void any_bytes_in_any_cuts_give_one_sensible_answer(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        List<BodyRead> cut = input.reads();
        List<BodyRead> whole = List.of(new BodyRead(input.body(), 1, 1));
        if (input.dialect().isEmpty()) {
            assertThat(withoutStamps(SseReader.read(cut))).isEqualTo(withoutStamps(SseReader.read(whole)));
            return;
        }
        Dialect dialect = input.dialect().get();
        Answer answer = dialect.read(whole);

        assertThat(withoutStamps(dialect.read(cut))).isEqualTo(withoutStamps(answer));
        assertThat(answer.pieces().stream()
                        .mapToInt(piece -> piece.text().length())
                        .sum())
                .isLessThanOrEqualTo(input.body().length);
        assertThat(answer.pieces()).noneMatch(piece -> piece.text().isEmpty());
        assertThat(dialect.read(cut).pieces())
                .extracting(Answer.Piece::read)
                .isSorted()
                .allMatch(read -> read >= 1 && read <= cut.size());
        assertThat(endSeen(dialect, cut)).isEqualTo(endSeen(dialect, whole));
        assertThat(dialect.readError(input.body())).isNotNull();
        dialect.followUp(FuzzInput.ENDPOINT, input.body())
                .ifPresent(call -> assertThat(call.uri().getHost()).endsWithIgnoringCase(".host.example"));
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "FUZZ_DIALECT", matches = ".+")
    void every_dialect_has_a_seed() {
        assertThat(seeds().map(FuzzInput::new).flatMap(input -> input.dialect().map(Dialect::id).stream()))
                .containsAll(Dialects.ids());
    }

    private static boolean endSeen(Dialect dialect, List<BodyRead> reads) {
        EndMarker marker = dialect.endMarker();
        return reads.stream().anyMatch(read -> marker.seenIn(read.bytes()));
    }

    private static List<?> withoutStamps(SseReader.Events stream) {
        return List.of(
                stream.malformed(),
                stream.events().stream()
                        .map(event -> List.of(event.name(), event.data(), event.id(), event.complete()))
                        .toList());
    }

    private static List<?> withoutStamps(Answer answer) {
        return List.of(
                answer.pieces().stream()
                        .map(piece -> List.of(piece.kind(), piece.text()))
                        .toList(),
                answer.usage(),
                answer.finishReason(),
                answer.error(),
                answer.malformed(),
                answer.ended());
    }
}
