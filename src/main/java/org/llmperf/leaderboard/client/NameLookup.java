package org.llmperf.leaderboard.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;

/** Finds a host's addresses. May block, so it is never called on an I/O thread. */
@FunctionalInterface
public interface NameLookup {
    /** The operating system's own, as {@code requests} and curl use it. */
    NameLookup SYSTEM = InetAddress::getAllByName;

    InetAddress[] find(String host) throws UnknownHostException;

    /**
     * Makes the JVM ask for every name every time. Without this call it remembers an address for 30 seconds, and all but
     * the first request of a run would show no time for the lookup. It has an effect only before the JVM's first lookup,
     * so the program calls it first of all. Caches outside the JVM (nscd, systemd-resolved) stay.
     */
    static void turnCacheOff() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }
}
