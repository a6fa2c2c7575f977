package org.llmperf.leaderboard.app;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.cli.ImportArchive;
import org.llmperf.leaderboard.llmperf.ResultPair;
import org.llmperf.leaderboard.store.Imports;

/** Joins the command {@code import} to the store. Nothing in the application injects it, hence unremovable. */
@ApplicationScoped
@Unremovable
class StoredImportArchive implements ImportArchive {
    private final Imports imports;
    private final Clock clock;

    StoredImportArchive(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public boolean save(ResultPair files, LlmperfAudit audit, String source) {
        return imports.save(audit, source, files.summaryText(), files.individualText(), clock.instant());
    }
}
