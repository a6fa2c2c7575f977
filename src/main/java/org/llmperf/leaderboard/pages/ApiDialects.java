package org.llmperf.leaderboard.pages;

import java.util.List;

/** Which APIs the program speaks. Pages only name them; whoever speaks them is out of their reach. */
public interface ApiDialects {

    /** As a provider's file names them, in alphabetical order. */
    List<String> ids();
}
