package org.llmperf.leaderboard.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaneTest {
    private final List<String> begun = new ArrayList<>();
    private final Lane lane = new Lane(2, 2, 3);

    private Optional<Lane.Ticket> enter(String who, String name) {
        Optional<Lane.Ticket> ticket = lane.enter(who, () -> begun.add(name));
        ticket.filter(Lane.Ticket::atOnce).ifPresent(served -> begun.add(name));
        return ticket;
    }

    @Test
    void who_waits_begins_in_order_when_somebody_leaves_and_who_finds_no_place_is_refused() {
        Lane.Ticket first = enter("a", "1").orElseThrow();
        Lane.Ticket second = enter("b", "2").orElseThrow();
        enter("c", "3");
        enter("d", "4");
        assertThat(enter("e", "5")).isEmpty();
        assertThat(begun).containsExactly("1", "2");
        first.leave();
        first.leave();
        assertThat(begun).containsExactly("1", "2", "3");
        second.leave();
        assertThat(begun).containsExactly("1", "2", "3", "4");
    }

    @Test
    void one_address_never_has_all_places() {
        enter("a", "1");
        enter("a", "2");
        Lane.Ticket waiting = enter("a", "3").orElseThrow();
        assertThat(enter("a", "4")).isEmpty();
        waiting.leave();
        assertThat(enter("a", "5")).isPresent();
        assertThat(enter("b", "6")).isPresent();
    }

    @Test
    void who_goes_away_while_waiting_does_not_begin() {
        Lane.Ticket first = enter("a", "1").orElseThrow();
        enter("b", "2");
        enter("c", "3").orElseThrow().leave();
        first.leave();
        assertThat(begun).containsExactly("1", "2");
        assertThat(enter("d", "4")).isPresent();
        assertThat(begun).containsExactly("1", "2", "4");
    }
}
