package org.llmperf.leaderboard.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.llmperf.leaderboard.tokens.TokenCounter;

/**
 * Makes prompts exactly as LLMPerf does: a header that asks for lines of the text below, then sonnet lines in random order
 * until the drawn number of tokens is used up. A scenario and a seed give the same prompts bit for bit, and LLMPerf's own
 * seed, 11111, gives LLMPerf's own prompts.
 *
 * <p>Two habits of LLMPerf make prompts shorter than their nominal length, 514 tokens instead of 550 on average. Both are
 * kept, since mending them would end the comparability: every line is counted by itself and so with a BOS of its own, and
 * the line that no longer fits is cut to as many characters, not tokens, as tokens are left.
 */
public final class PromptMaker {
    /** Seed of every run of LLMPerf since 2024. */
    public static final long LLMPERF_SEED = 11111;

    private static final String HEADER =
            "Randomly stream lines from the following text with %d output tokens. Don't generate eos tokens:\n\n";
    private static final int BOS = 1;

    /** Far beyond what a sensible distribution needs; LLMPerf itself would draw for ever. */
    private static final int DRAWS = 10_000;

    private final TokenCounter tokens;
    private final List<String> lines = Sonnets.lines();
    private final Map<String, Integer> lineTokens = new HashMap<>();
    private final Map<Integer, Integer> headerTokensOf = new ConcurrentHashMap<>();

    /** @param tokens the reference tokenizer, by which lines are counted. Whole prompts are counted after the run: it takes milliseconds each */
    public PromptMaker(TokenCounter tokens) {
        this.tokens = tokens;
        lines.forEach(line -> lineTokens.put(line, withBos(line)));
    }

    /**
     * @return one prompt for each request that may be sent
     * @throws IllegalArgumentException if the scenario's lengths are so short that no prompt can be made
     */
    public List<Prompt> make(Scenario scenario, long seed) {
        var random = new PythonRandom(seed);
        int requests = scenario.mostRequests(seed);
        List<Prompt> prompts = new ArrayList<>(requests);
        for (int i = 0; i < requests; i++) {
            // the order of the draws is LLMPerf's: output length, input length, order of the lines
            int outputTokens = draw(random, scenario.outputTokens(), 1);
            String header = HEADER.formatted(outputTokens);
            int headerTokens = headerTokensOf.computeIfAbsent(outputTokens, length -> withBos(header));
            int inputTokens = draw(random, scenario.inputTokens(), headerTokens);
            String text = header + body(random, inputTokens - headerTokens);
            prompts.add(new Prompt(text, inputTokens, outputTokens));
        }
        return List.copyOf(prompts);
    }

    private String body(PythonRandom random, int budget) {
        List<String> shuffled = new ArrayList<>(lines);
        random.shuffle(shuffled);
        var body = new StringBuilder();
        int left = budget;
        for (int i = 0; ; i = (i + 1) % shuffled.size()) {
            String line = shuffled.get(i);
            int cost = lineTokens.get(line);
            if (cost > left) {
                return body.append(line, 0, Math.min(left, line.length())).toString();
            }
            body.append(line);
            left -= cost;
        }
    }

    private int withBos(String text) {
        return tokens.count(text) + BOS;
    }

    private static int draw(PythonRandom random, LengthDistribution lengths, int atLeast) {
        for (int i = 0; i < DRAWS; i++) {
            int length = LengthDraw.from(lengths, random);
            if (length >= atLeast) {
                return length;
            }
        }
        throw new IllegalArgumentException("lengths of %s do not reach %d tokens, the least a prompt or answer can have"
                .formatted(lengths.words(), atLeast));
    }
}
