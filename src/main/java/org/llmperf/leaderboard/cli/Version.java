package org.llmperf.leaderboard.cli;

import org.llmperf.leaderboard.measurement.BuildInfo;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        BuildInfo build = BuildInfo.read();
        return new String[] {"llmperf-leaderboard " + build.version() + " (" + build.commit() + ")"};
    }
}
