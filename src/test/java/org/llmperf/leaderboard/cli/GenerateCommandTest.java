package org.llmperf.leaderboard.cli;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GenerateCommandTest {
    private static StoreAccess keepingIn(SyntheticStore store) {
        return new StoreAccess() {
            @Override
            public <P, R> R use(Class<P> port, Function<P, R> work) {
                return work.apply(port.cast(store));
            }
        };
    }

    @Test
    void it_fills_the_store_with_what_was_asked_for_and_says_how_far_it_is() {
        var terminal = new Terminal(keepingIn((board, progress) -> {
            assertThat(board.registry().offerings()).hasSize(7);
            for (int stored = 1; stored <= 40; stored++) {
                progress.accept(stored);
            }
        }));
        assertThat(terminal.run("generate", "--rounds", "40", "--offerings", "7", "--requests-for", "0"))
                .isZero();
        assertThat(terminal.err().lines()).containsExactly("20 of 40 rounds", "40 of 40 rounds");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void what_cannot_be_is_bad_usage() {
        new Terminal().badUsage("rounds must be from 1", "generate", "--rounds", "0");
        new Terminal().badUsage("0 to 3 rounds", "generate", "--rounds", "3", "--requests-for", "4");
    }

    @Test
    void a_database_with_results_is_left_alone() {
        var terminal = new Terminal(keepingIn((board, progress) -> {
            throw new IllegalStateException("The database has rounds already.");
        }));
        assertThat(terminal.run("generate", "--rounds", "1", "--requests-for", "0"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("has rounds already");
    }
}
