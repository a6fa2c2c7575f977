package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompareQueryTest {
    private static final List<String> MEASURED = List.of("a", "b", "c", "d", "e", "f", "g");

    @Test
    void providers_come_joined_as_in_a_link_or_one_by_one_as_from_a_form() {
        assertThat(CompareQuery.slugs(List.of("a,b"))).containsExactly("a", "b");
        assertThat(CompareQuery.slugs(List.of("b", "a"))).containsExactly("b", "a");
        assertThat(CompareQuery.slugs(List.of(" a ,, a,b ", ""))).containsExactly("a", "b");
        assertThat(CompareQuery.slugs(List.of())).isEmpty();
    }

    @Test
    void each_view_has_one_address_without_what_is_so_anyway() {
        CompareQuery query = CompareQuery.of("m", List.of("a", "b"));
        assertThat(query.href()).isEqualTo("/compare?model=m&providers=a,b");
        assertThat(query.with(Topic.WHOLE_ANSWER)
                        .withRound(Optional.of("2026-W45"))
                        .href())
                .isEqualTo("/compare?model=m&providers=a,b&metric=e2e&round=2026-W45");
        assertThat(query.withModel("n/1").href()).isEqualTo("/compare?model=n%2F1");
        assertThat(CompareQuery.of("m", List.of("a", "b", "c")).against("c").providers())
                .containsExactly("c", "a", "b");
    }

    @Test
    void two_to_six_known_ones_are_compared() {
        assertThatCode(() -> CompareQuery.of("m", List.of("b", "a")).require(MEASURED))
                .doesNotThrowAnyException();
        assertThat(CompareQuery.of("m", MEASURED.subList(0, 6)).obstacle()).isEmpty();
        assertThat(CompareQuery.of("m", List.of("b", "a")).obstacle()).isEmpty();
        assertThat(CompareQuery.of("m", List.of("a")).obstacle()).hasValue("Choose two to six providers, not 1.");
        assertThat(CompareQuery.of("m", MEASURED).obstacle()).hasValue("Choose two to six providers, not 7.");
        refused(List.of("a", "z"), "z", "It has no result for m");
    }

    private static void refused(List<String> providers, String given, String reason) {
        CompareQuery query = CompareQuery.of("m", providers);
        assertThatThrownBy(() -> query.require(MEASURED)).isInstanceOfSatisfying(BadQueryException.class, bad -> {
            assertThat(bad.parameter()).isEqualTo("providers");
            assertThat(bad.given()).isEqualTo(given);
            assertThat(bad.help()).contains(reason).endsWith("with a result are: a, b, c, d, e, f, g.");
            assertThat(bad.choices()).extracting(Choice::href).containsExactly("/compare?model=m");
        });
    }
}
