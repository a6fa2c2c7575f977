package org.llmperf.leaderboard.tokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TokenizersTest {
    /** A vocabulary of one word. */
    private static final String ONE_WORD = """
            {"version": "1.0", "added_tokens": [], "normalizer": null, "pre_tokenizer": {"type": "Whitespace"},
             "post_processor": null, "decoder": null, "truncation": null, "padding": null,
             "model": {"type": "WordLevel", "vocab": {"?": 0, "ping": 1}, "unk_token": "?"}}
            """;

    @Test
    void llama_2_has_a_name_of_its_own_and_the_hash_of_the_file_that_hugging_face_has() {
        TokenCounter counter = Tokenizers.find("llama-2");

        assertThat(counter).isSameAs(HuggingFaceTokenCounter.llama2());
        assertThat(counter.sha256()).hasValueSatisfying(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
    }

    /** The hashes are those by which OpenAI's own library, tiktoken, checks what it has fetched. */
    @ParameterizedTest
    @CsvSource({
        "o200k_base, 446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
        "cl100k_base, 223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
        "p50k_base, 94b5ca7dff4d00767bc256fdd1b27e5b17361d7b8a5f968547f9f23eb70d2069",
        "p50k_edit, 94b5ca7dff4d00767bc256fdd1b27e5b17361d7b8a5f968547f9f23eb70d2069",
        "r50k_base, 306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930"
    })
    void an_encoding_of_openai_s_is_its_published_vocabulary(String name, String hash) {
        TokenCounter counter = Tokenizers.find(name);

        assertThat(counter.id()).isEqualTo(name);
        assertThat(counter.sha256()).contains(hash);
        assertThat(counter.count("")).isZero();
        assertThat(counter.count("tiktoken is great!")).isEqualTo(6);
    }

    @Test
    void a_special_token_spelled_out_is_text_like_any_other() {
        assertThat(Tokenizers.find("cl100k_base").count("<|endoftext|>")).isGreaterThan(1);
    }

    @Test
    void half_of_a_surrogate_pair_is_counted_all_the_same() {
        assertThat(Tokenizers.find("o200k_base").count("Hello \uD83D")).isPositive();
    }

    @Test
    void a_model_stands_for_its_encoding() {
        assertThat(Tokenizers.find("gpt-4o").id()).isEqualTo("o200k_base");
        assertThat(Tokenizers.find("gpt-4").id()).isEqualTo("cl100k_base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1", "llama-9", "no/such/tokenizer.json", "bad\0name", ""})
    void what_is_unknown_is_refused_with_what_is_known(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tokenizers.find(name))
                .withMessageContaining("known: llama-2, ")
                .withMessageContaining("o200k_base");
    }

    @Test
    void a_file_is_known_by_its_name_without_folders_and_by_what_is_in_it(@TempDir Path folder) throws IOException {
        Path plain = Files.writeString(folder.resolve("ping.json"), ONE_WORD);
        Path packed = folder.resolve("ping.json.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(ONE_WORD.getBytes(StandardCharsets.UTF_8));
        }

        TokenCounter one = Tokenizers.find(plain.toString());
        TokenCounter other = Tokenizers.find(packed.toString());

        assertThat(one.id()).isEqualTo("ping.json");
        assertThat(one.count("ping ping pong")).isEqualTo(3);
        assertThat(other.sha256()).isEqualTo(one.sha256());
        assertThat(other.id()).isEqualTo("ping.json.gz");
    }
}
