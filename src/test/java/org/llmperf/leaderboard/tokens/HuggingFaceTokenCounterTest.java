package org.llmperf.leaderboard.tokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HuggingFaceTokenCounterTest {
    private static final int BOS = 1;

    private final TokenCounter llama2 = HuggingFaceTokenCounter.llama2();

    /** A vocabulary of one word. */
    private static final String ONE_WORD = """
            {"version": "1.0", "added_tokens": [], "normalizer": null, "pre_tokenizer": {"type": "Whitespace"},
             "post_processor": null, "decoder": null, "truncation": null, "padding": null,
             "model": {"type": "WordLevel", "vocab": {"?": 0, "ping": 1}, "unk_token": "?"}}
            """;

    @Test
    void counts_are_those_of_the_tokenizer_that_llmperf_uses() {
        String sonnets = sonnets();
        String sonnet18 = sonnets.lines().limit(14).collect(Collectors.joining("\n"));
        assertThat(llama2.count(sonnet18) + BOS).isEqualTo(183);
        assertThat(llama2.count(sonnets) + BOS).isEqualTo(1068);
    }

    @Test
    void marks_of_beginning_and_end_are_not_counted() {
        assertThat(llama2.count("")).isZero();
        assertThat(llama2.count("Hello")).isEqualTo(1);
    }

    @Test
    void a_text_of_thousands_of_tokens_is_not_cut() {
        assertThat(llama2.count("Hello ".repeat(5_000).strip())).isEqualTo(5_000);
    }

    @Test
    void what_is_not_in_the_vocabulary_counts_by_its_bytes() {
        // U+10400 has four bytes in UTF-8, after the mark of a word's beginning
        assertThat(llama2.count("\uD801\uDC00")).isEqualTo(1 + 4);
        assertThat(llama2.count("a\0b")).isEqualTo(3);
    }

    @Test
    void a_text_cut_within_a_character_is_counted_all_the_same() {
        assertThat(llama2.count("Hello \uD83D")).isEqualTo(llama2.count("Hello ?"));
    }

    @Test
    void threads_may_count_at_once() {
        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .map(i -> llama2.count("Hello ".repeat(1 + i % 7).strip()))
                        .sum())
                // 57 rounds of 1 + ... + 7, and one more of the first word
                .isEqualTo(57 * 28 + 1);
    }

    @Test
    void llama_2_is_loaded_once() {
        assertThat(HuggingFaceTokenCounter.llama2()).isSameAs(llama2);
        assertThat(llama2.id()).isEqualTo("llama-2");
    }

    @Test
    void any_tokenizer_json_can_count(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), ONE_WORD);
        try (var counter = HuggingFaceTokenCounter.read("one-word", file)) {
            assertThat(counter.id()).isEqualTo("one-word");
            assertThat(counter.count("ping ping pong")).isEqualTo(3);
        }
    }

    @Test
    void a_file_that_is_no_tokenizer_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.json"), "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HuggingFaceTokenCounter.read("prices", file))
                .withMessageContaining("prices.json is not a tokenizer");
    }

    private static String sonnets() {
        try (var resource = HuggingFaceTokenCounterTest.class.getResourceAsStream("/sonnets.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
