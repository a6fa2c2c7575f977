package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateExtension;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.pages.Settings;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.StoredRun;

/** What maintainers and providers decide, in words. */
@TemplateExtension
final class ClaimText {
    private ClaimText() {}

    static String words(Claim.Kind kind) {
        return switch (kind) {
            case DISPUTE -> "Dispute";
            case REPEAT -> "Request for a repeat";
        };
    }

    static String words(Claim.State state) {
        return switch (state) {
            case OPEN -> "not decided yet";
            case GRANTED -> "granted";
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /** What is sent beyond the scenario's own. */
    static String extraParameters(Offering offering) {
        return Settings.parameters(offering);
    }

    static boolean withheld(StoredRun run) {
        return run.verdict().status() == RunVerdict.Status.WITHHELD;
    }
}
