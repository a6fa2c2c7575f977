package org.llmperf.leaderboard.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.pages.ApiDialects;

/** Tells the pages which dialects the client has. */
@ApplicationScoped
class SpokenDialects implements ApiDialects {

    @Override
    public List<String> ids() {
        return List.copyOf(Dialects.ids());
    }
}
