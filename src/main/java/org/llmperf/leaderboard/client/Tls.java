package org.llmperf.leaderboard.client;

import io.netty.util.NetUtil;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes the TLS engine of one connection. Each has a context of its own and so no session to resume: a fresh connection
 * pays for a whole handshake, as a first visitor's does. The trusted certificates are read once.
 */
final class Tls {
    private final TrustManager[] trust;
    private final SecureRandom random = new SecureRandom();

    private Tls(TrustManager[] trust) {
        this.trust = trust;
    }

    /** Trusts what the JVM trusts. */
    static Tls system() {
        return trusting(null);
    }

    /**
     * @param authorities whose certificates are trusted; null for the JVM's own
     */
    static Tls trusting(KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return new Tls(factory.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The trusted certificates cannot be read", e);
        }
    }

    /** An engine that asks for this host by name and accepts only a certificate made out to it. */
    SSLEngine engine(String host, int port) {
        SSLEngine engine = context().createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        if (!NetUtil.isValidIpV4Address(host) && !NetUtil.isValidIpV6Address(host)) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, random);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
    }
}
