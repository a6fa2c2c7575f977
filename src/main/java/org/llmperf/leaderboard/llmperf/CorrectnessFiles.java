package org.llmperf.leaderboard.llmperf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.correctness.CorrectnessResult;

/**
 * A correctness test in LLMPerf's two files, as {@link ResultFiles} are those of a load test.
 *
 * @param name that both files begin with
 * @param summary key by key, in order
 * @param individual one row a request, in the order of sending
 */
public record CorrectnessFiles(String name, Map<String, Object> summary, List<CorrectnessIndividual> individual) {

    /**
     * @param llmApi the API's name as the user said it
     * @param samplingParameters of the user's own
     * @param metadata of the user's own, written to the summary as it is
     */
    public static CorrectnessFiles of(
            CorrectnessResult result,
            String llmApi,
            Map<String, Object> samplingParameters,
            Map<String, String> metadata) {
        var offering = result.run().configuration().offering();
        String name = FilePair.name(offering.providerModel() + "_correctness");
        return new CorrectnessFiles(
                name,
                CorrectnessSummary.of(name + "_summary", result, llmApi, samplingParameters, metadata),
                result.answers().stream()
                        .map(answer -> CorrectnessIndividual.of(answer, offering, llmApi))
                        .toList());
    }

    public String summaryJson() {
        return FilePair.json(summary);
    }

    /** See {@link ResultFiles#writeTo}. */
    public List<Path> writeTo(Path folder) {
        return FilePair.write(folder, name, summary, individual);
    }
}
