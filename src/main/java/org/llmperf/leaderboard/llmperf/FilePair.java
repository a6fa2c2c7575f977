package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** How LLMPerf names and writes the two files of a test, whichever of its two tests it is. */
final class FilePair {
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\w-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final ObjectWriter JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build().writer(pythonsPrinter());

    private FilePair() {}

    /** What may stand in a name, as LLMPerf makes it of the model and what follows. */
    static String name(String wanted) {
        return NOT_IN_A_NAME.matcher(wanted).replaceAll("-").replaceAll("-{2,}", "-");
    }

    static String summary(String name) {
        return name + "_summary.json";
    }

    static String individual(String name) {
        return name + "_individual_responses.json";
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Results that are no JSON", e);
        }
    }

    /** See {@link ResultFiles#writeTo}. */
    static List<Path> write(Path folder, String name, Object summary, Object individual) {
        try {
            Files.createDirectories(folder);
            return List.of(
                    replace(folder.resolve(summary(name)), json(summary)),
                    replace(folder.resolve(individual(name)), json(individual)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write results to " + folder, e);
        }
    }

    private static Path replace(Path file, String json) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(written, json);
        return Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Four spaces and no space before a colon, so that a comparison with a file of LLMPerf's shows the figures only. */
    private static DefaultPrettyPrinter pythonsPrinter() {
        var indenter = new DefaultIndenter("    ", "\n");
        var separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        var printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }
}
