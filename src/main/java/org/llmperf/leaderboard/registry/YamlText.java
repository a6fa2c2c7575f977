package org.llmperf.leaderboard.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The text of one file, to be a single YAML map without the parts of YAML that hide what a file says: aliases, repeated keys. */
final class YamlText {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final ObjectMapper MAPPER =
            new ObjectMapper(YAML).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String text;
    private final FileProblems problems;

    YamlText(String text, FileProblems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The file's map; absent if it cannot be told, and then the problems say why. */
    Optional<ObjectNode> map() {
        try {
            if (check()) {
                JsonNode root = MAPPER.readTree(text);
                if (root instanceof ObjectNode map) {
                    return Optional.of(map);
                }
                problems.addForFile("must be a map of keys such as slug, name and models");
            }
        } catch (JsonProcessingException invalid) {
            problems.add(line(invalid), "is not valid YAML: " + reason(invalid));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Optional.empty();
    }

    /**
     * Goes through the tokens before a tree is made of them, since a tree shows neither aliases nor repeated keys.
     *
     * @return whether a tree can be made
     */
    private boolean check() throws IOException {
        int documents = 0;
        Deque<Set<String>> keys = new ArrayDeque<>();
        try (YAMLParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String line = "line " + parser.currentTokenLocation().getLineNr();
                if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                    problems.add(line, "must not use anchors and aliases (& and *); write the value itself");
                    return false;
                }
                if (token == JsonToken.FIELD_NAME && !keys.element().add(parser.currentName())) {
                    problems.add(line, "repeats a key of its map; each may be given once");
                }
                if (keys.isEmpty() && ++documents > 1) {
                    problems.add(line, "begins a second document; a file holds one provider");
                    return false;
                }
                if (token.isStructStart()) {
                    keys.push(new HashSet<>());
                } else if (token.isStructEnd()) {
                    keys.pop();
                }
            }
        }
        if (documents == 0) {
            problems.addForFile("is empty; it must hold a provider's keys such as slug, name and models");
        }
        return documents == 1;
    }

    private static String line(JsonProcessingException invalid) {
        return invalid.getLocation() == null
                ? "(file)"
                : "line " + invalid.getLocation().getLineNr();
    }

    /** The parser's own message would quote the line, in which there may be a key by mistake. */
    private static String reason(JsonProcessingException invalid) {
        return invalid instanceof MarkedYAMLException marked
                ? marked.getProblem()
                : "it has a character or a structure that cannot be read";
    }
}
