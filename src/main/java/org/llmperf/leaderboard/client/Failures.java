package org.llmperf.leaderboard.client;

import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.net.BindException;
import javax.net.ssl.SSLException;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * Gives an exception of the connection its class. A connection that is cut counts by how far it had come: before TCP is up
 * as not connected, within the handshake as TLS, later as a truncated answer. What no provider can cause is ours.
 */
final class Failures {
    private Failures() {}

    static Fault connecting(Throwable cause) {
        boolean theirs = cause instanceof IOException && !(cause instanceof BindException);
        return new Fault(theirs ? Outcome.CONNECT : Outcome.CLIENT, words(cause));
    }

    static Fault securing(Throwable cause) {
        boolean theirs = cause instanceof IOException || cause instanceof DecoderException;
        return theirs ? new Fault(Outcome.TLS, "the TLS handshake failed: " + words(root(cause))) : own(cause);
    }

    static Fault exchanging(Throwable cause) {
        if (cause instanceof SSLException || cause.getCause() instanceof SSLException) {
            return new Fault(Outcome.TLS, words(root(cause)));
        }
        if (cause instanceof DecoderException) {
            return new Fault(Outcome.MALFORMED, "not decoded: " + words(root(cause)));
        }
        return cause instanceof IOException
                ? new Fault(Outcome.TRUNCATED, "the connection broke: " + words(cause))
                : own(cause);
    }

    /** For a request that could not even be asked, since there is no proof of who asks. */
    static Fault unproved(Throwable cause) {
        return new Fault(Outcome.AUTH, "not asked, since nothing proves who asks: " + words(cause));
    }

    static Fault own(Throwable cause) {
        return new Fault(Outcome.CLIENT, words(cause));
    }

    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        for (int depth = 0; root.getCause() != null && depth < 10; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static String words(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? type : type + ": " + cause.getMessage();
    }
}
