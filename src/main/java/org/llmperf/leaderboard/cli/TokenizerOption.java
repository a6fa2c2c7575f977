package org.llmperf.leaderboard.cli;

import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.tokens.Tokenizers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which tokenizer tokens are counted. */
final class TokenizerOption {
    @Option(
            names = "--tokenizer",
            defaultValue = Tokenizers.DEFAULT,
            description = "Counts the tokens: llama-2, an encoding of OpenAI's such as o200k_base, or the path of a "
                    + "tokenizer.json. Prompts are made by Llama 2's all the same, so that they stay LLMPerf's.")
    String tokenizer;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /**
     * @throws ParameterException if there is no such tokenizer
     */
    TokenCounter counter() {
        try {
            return Tokenizers.find(tokenizer);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--tokenizer: " + e.getMessage(), e);
        }
    }
}
