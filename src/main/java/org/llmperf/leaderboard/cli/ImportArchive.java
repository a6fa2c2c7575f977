package org.llmperf.leaderboard.cli;

import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.llmperf.ResultPair;

/** Where imported runs are kept, to be shown by the board as what they are. */
public interface ImportArchive {
    /**
     * @param source of the files, in words for readers
     * @return whether it was new; a run whose files are there already is not stored again
     */
    boolean save(ResultPair files, LlmperfAudit audit, String source);
}
