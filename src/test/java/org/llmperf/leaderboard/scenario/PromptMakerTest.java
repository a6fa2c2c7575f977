package org.llmperf.leaderboard.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The hashes are those of the prompts that LLMPerf's own function makes. */
class PromptMakerTest {
    private static final int BOS = 1;
    private static final TokenCounter LLAMA = HuggingFaceTokenCounter.llama2();
    private static final Scenario FIXED = ScenarioReader.builtIn("llmperf-550-150");

    private final PromptMaker maker = new PromptMaker(LLAMA);

    @Test
    void the_seed_of_llmperf_gives_the_prompts_of_llmperf() {
        List<Prompt> prompts = maker.make(FIXED, PromptMaker.LLMPERF_SEED);

        assertThat(prompts).hasSize(150);
        assertThat(hash(prompts.get(0).text()))
                .isEqualTo("01b278acceb335c147dc1e3ee07885e5b653c1b83741bdda5200ef6d133ea896");
        assertThat(hash(prompts.get(1).text()))
                .isEqualTo("f769defb88d2e2e76a27a97342d72b53cb4699be4d71beee91321417ed7e8b3b");
        assertThat(hash(prompts.get(149).text()))
                .isEqualTo("77b0024f43b3a950e8f78f11c78ffdf7506b2137bce7759c8e474d0b86e2b9d8");
        assertThat(hash(joined(prompts))).isEqualTo("2ddfde0cafe5638558252dc90000bab8bfeec89b9303973919bc13fe87907b6b");

        assertThat(prompts.get(0).text()).hasSize(1763);
        assertThat(LLAMA.count(prompts.get(0).text()) + BOS).isEqualTo(515);
        assertThat(prompts.get(1).text()).hasSize(1730);
        assertThat(LLAMA.count(prompts.get(1).text()) + BOS).isEqualTo(513);
    }

    @Test
    void the_nominal_length_is_reported_beside_the_real_one_which_is_shorter() {
        assertThat(maker.make(FIXED, PromptMaker.LLMPERF_SEED)).allSatisfy(prompt -> {
            assertThat(prompt.nominalInputTokens()).isEqualTo(550);
            assertThat(prompt.outputTokens()).isEqualTo(150);
            assertThat(LLAMA.count(prompt.text()) + BOS).isBetween(507, 520);
        });
    }

    @Test
    void lengths_with_a_deviation_are_drawn_as_llmperf_draws_them() {
        Scenario scenario =
                scenario(new LengthDistribution.Normal(550, 150), new LengthDistribution.Normal(150, 80), 20);

        List<Prompt> prompts = maker.make(scenario, (1L << 40) + 7);

        assertThat(prompts.get(0).nominalInputTokens()).isEqualTo(369);
        assertThat(prompts.get(0).outputTokens()).isEqualTo(38);
        assertThat(prompts.get(19).nominalInputTokens()).isEqualTo(523);
        assertThat(prompts.get(19).outputTokens()).isEqualTo(183);
        assertThat(hash(joined(prompts))).isEqualTo("35f01ecc50e606aad05324fe3e1ad25b61db33d137a01808b4901f1769affff9");
    }

    @Test
    void a_long_prompt_goes_through_the_lines_again() {
        Scenario scenario = scenario(new LengthDistribution.Normal(2000, 0), new LengthDistribution.Normal(150, 0), 5);

        assertThat(hash(joined(maker.make(scenario, 3))))
                .isEqualTo("8c8d9fd0e3ff0990e40962968cce6853bd33722c1303d15b68261577ae094f3b");
    }

    @Test
    void another_seed_gives_other_prompts_and_the_same_seed_the_same() {
        assertThat(maker.make(FIXED, 1)).isEqualTo(maker.make(FIXED, 1)).isNotEqualTo(maker.make(FIXED, 2));
    }

    @Test
    void the_last_line_is_cut_by_characters() {
        // with one token a character, and 1 for BOS, a budget of 10 beyond the header holds no line (the shortest has
        // 30)
        TokenCounter characters = new CharacterCounter();
        int header =
                "Randomly stream lines from the following text with 1 output tokens. Don't generate eos tokens:\n\n"
                                .length()
                        + BOS;
        Scenario scenario =
                scenario(new LengthDistribution.Normal(header + 10, 0), new LengthDistribution.Normal(1, 0), 1);

        Prompt prompt = new PromptMaker(characters).make(scenario, 1).get(0);

        assertThat(prompt.text()).hasSize(header - BOS + 10);
    }

    @Test
    void a_prompt_shorter_than_its_header_is_refused_rather_than_drawn_for_ever() {
        Scenario scenario = scenario(new LengthDistribution.Normal(20, 0), new LengthDistribution.Normal(150, 0), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.make(scenario, 1))
                .withMessageContaining("lengths of 20")
                .withMessageContaining("27 tokens");
    }

    @Test
    void other_distributions_of_lengths_are_drawn_for_each_prompt() {
        Scenario scenario = scenario(new LengthDistribution.Uniform(100, 300), new LengthDistribution.Fixed(40), 50);

        List<Prompt> prompts = maker.make(scenario, 5);

        assertThat(prompts).allSatisfy(prompt -> {
            assertThat(prompt.nominalInputTokens()).isBetween(100, 300);
            assertThat(prompt.outputTokens()).isEqualTo(40);
            assertThat(prompt.text()).contains("with 40 output tokens");
        });
        assertThat(prompts)
                .extracting(Prompt::nominalInputTokens)
                .satisfies(lengths ->
                        assertThat(lengths.stream().distinct().count()).isGreaterThan(20));
    }

    @Test
    void lengths_that_are_never_long_enough_are_refused() {
        Scenario scenario = scenario(new LengthDistribution.Fixed(20), new LengthDistribution.Fixed(40), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.make(scenario, 1))
                .withMessageContaining("lengths of 20 do not reach");
    }

    private static Scenario scenario(LengthDistribution input, LengthDistribution output, int requests) {
        return new Scenario("test", 1, "test", input, output, requests, new LoadShape.ClosedLoop(1), FIXED.timeouts());
    }

    private static String joined(List<Prompt> prompts) {
        return prompts.stream().map(Prompt::text).collect(Collectors.joining("\0"));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static final class CharacterCounter implements TokenCounter {
        @Override
        public String id() {
            return "characters";
        }

        @Override
        public int count(String text) {
            return text.length();
        }
    }
}
