package org.llmperf.leaderboard.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/**
 * The command {@code simulate} in a process of its own, so that neither its garbage nor its work is the client's. It ends
 * with {@link #close}, and if this process dies without one.
 */
final class SimulatorProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/v1");
    private static final String MAIN = "org.llmperf.leaderboard.app.Main";

    private final Process process;
    private final URI baseUrl;

    private SimulatorProcess(Process process, URI baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /**
     * Blocks until it listens.
     *
     * @throws UncheckedIOException if it does not
     */
    static SimulatorProcess start(SimulatorSettings settings) {
        var command = new ArrayList<>(thisProgram());
        command.addAll(List.of(
                "simulate",
                "--port=0",
                "--ttft=" + settings.ttft(),
                "--itl=" + settings.itl(),
                "--with-process=" + ProcessHandle.current().pid()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new SimulatorProcess(process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated provider could not be started: " + e.getMessage(), e);
        }
    }

    private static URI address(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        Matcher address = ADDRESS.matcher(line);
        if (!address.find()) {
            process.destroy();
            throw new IOException("it said \"" + line + "\" instead of its address");
        }
        return URI.create(address.group());
    }

    /** How this very program was started: from its jar, or from class folders by a test or a workshop. */
    private static List<String> thisProgram() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith("quarkus-run.jar")
                ? List.of(java, "-jar", classPath)
                : List.of(java, "-cp", classPath, MAIN);
    }

    URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
