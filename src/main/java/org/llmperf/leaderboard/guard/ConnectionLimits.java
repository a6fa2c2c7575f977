package org.llmperf.leaderboard.guard;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts {@link Admission} before the servers of the application's Vert.x. Options and handlers of a server come too late: they see
 * connections that have spoken. What a round measures with is no Vert.x and passes by.
 */
public final class ConnectionLimits implements VertxServiceProvider {
    private static final String PREFIX = "leaderboard.limits.";

    /** File handles that no reader gets: for a round's own connections, the database, journals and archives. */
    private static final int RESERVED = 256;

    private static final int FEWEST = 16;

    @Override
    public void init(VertxBuilder builder) {
        Config config = ConfigProvider.getConfig();
        Optional<Integer> most = config.getOptionalValue(PREFIX + "connections", Integer.class);
        if (most.isPresent() && builder.findTransport() instanceof JDKTransport) {
            int managementPort = config.getOptionalValue("quarkus.management.port", Integer.class)
                    .orElse(0);
            builder.findTransport(new Admitting(admission(config, most.get()), managementPort));
        }
    }

    private static Admission admission(Config config, int wanted) {
        int most = Math.min(wanted, affordable());
        // readers behind one proxy all have its address
        int ofOne = ProxyChain.CONFIGURED.believed() ? most : Math.max(FEWEST, most / 4);
        return new Admission(
                most,
                ofOne,
                config.getValue(PREFIX + "head-time", Duration.class).toMillis());
    }

    private static int affordable() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(
                        Integer.MAX_VALUE,
                        Math.max(
                                FEWEST,
                                system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() - RESERVED))
                : Integer.MAX_VALUE;
    }

    /** Health and metrics stay reachable while all places are taken. */
    static final class Admitting extends JDKTransport {
        private final Admission admission;
        private final int managementPort;

        Admitting(Admission admission, int managementPort) {
            this.admission = admission;
            this.managementPort = managementPort;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            if (options.getPort() != managementPort || managementPort == 0) {
                bootstrap.handler(admission);
            }
        }
    }
}
