package org.llmperf.leaderboard.scenario;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BlockTest {

    @Test
    void what_does_not_divide_evenly_makes_the_first_blocks_larger_by_one() {
        assertThat(Block.divide(150, 4))
                .containsExactly(
                        new Block(1, 4, 0, 38),
                        new Block(2, 4, 38, 38),
                        new Block(3, 4, 76, 37),
                        new Block(4, 4, 113, 37));
    }

    @Test
    void one_block_is_the_whole_run_and_the_last() {
        assertThat(Block.divide(150, 1)).containsExactly(new Block(1, 1, 0, 150));
        assertThat(Block.divide(150, 1).get(0).last()).isTrue();
        assertThat(Block.divide(150, 2).get(0).last()).isFalse();
    }

    @Test
    void there_are_no_empty_blocks() {
        assertThat(Block.divide(2, 2)).extracting(Block::requests).containsExactly(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Block.divide(2, 3))
                .withMessage("2 requests cannot be sent in 3 blocks");
        assertThatIllegalArgumentException().isThrownBy(() -> Block.divide(2, 0));
    }
}
