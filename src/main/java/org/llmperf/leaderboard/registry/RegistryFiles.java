package org.llmperf.leaderboard.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the registry's files come from. */
final class RegistryFiles {
    /** A provider's file has some kilobytes; what is larger is something else. */
    private static final int MOST_BYTES = 256 * 1024;

    /**
     * The names of the built-in files. The class path of a packaged application cannot be listed by the same means as a folder of
     * classes, so the names are written down, and a test holds the list to the folder.
     */
    private static final String INDEX = "/registry/index.txt";

    private RegistryFiles() {}

    interface Source {
        InputStream open() throws IOException;
    }

    /** One file that is yet to be read. */
    record RegistryFile(String name, Source source) {

        /** Its text; absent if it cannot be had, and then the problems say why. */
        Optional<String> text(FileProblems problems) {
            try (InputStream in = source.open()) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length <= MOST_BYTES) {
                    return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
                }
                problems.addForFile("must have at most " + MOST_BYTES / 1024 + " KiB");
            } catch (CharacterCodingException notUtf8) {
                problems.addForFile("must be text in UTF-8");
            } catch (IOException unreadable) {
                problems.addForFile(
                        "cannot be read (" + unreadable.getClass().getSimpleName() + "); check its permissions");
            }
            return Optional.empty();
        }
    }

    static List<RegistryFile> builtIn() {
        try (InputStream index = resource(INDEX)) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(name -> new RegistryFile("built-in " + name, () -> resource("/registry/" + name)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream resource(String path) throws IOException {
        InputStream in = RegistryFiles.class.getResourceAsStream(path);
        if (in == null) {
            throw new IOException("not in the application: " + path);
        }
        return in;
    }

    /** The folder's files in the order of their names, without those of its folders. */
    static List<RegistryFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw noFiles(folder, Files.exists(folder) ? "is not a folder" : "does not exist");
        }
        try (Stream<Path> paths = Files.list(folder)) {
            List<RegistryFile> files = paths.filter(RegistryFiles::isYaml)
                    .sorted()
                    .map(path -> new RegistryFile(path.getFileName().toString(), () -> Files.newInputStream(path)))
                    .toList();
            if (files.isEmpty()) {
                throw noFiles(folder, "has no file that ends in .yaml or .yml");
            }
            return files;
        } catch (IOException | UncheckedIOException unreadable) {
            throw noFiles(folder, "cannot be listed; check its permissions");
        }
    }

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !Files.isDirectory(path);
    }

    private static InvalidRegistryException noFiles(Path folder, String sentence) {
        return new InvalidRegistryException(List.of(new RegistryProblem(
                folder.toString(),
                "(folder)",
                sentence + "; it must be a folder with one YAML file for each provider")));
    }
}
