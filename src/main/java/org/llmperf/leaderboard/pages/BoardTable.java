package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * The ranked results of one model.
 *
 * @param main columns of the metric that ranks
 * @param scale ends of the drawn intervals
 * @param success absent where success is the metric that ranks
 * @param history whether rows have a line over rounds
 */
public record BoardTable(
        Heading rank,
        Heading provider,
        ColumnGroup main,
        String scale,
        List<ColumnGroup> others,
        Optional<Heading> success,
        boolean history,
        List<BoardRow> rows,
        List<UnrankedRow> unranked) {

    /** Number of columns, for cells that span all of them. */
    public int width() {
        return 3
                + main.width()
                + others.stream().mapToInt(ColumnGroup::width).sum()
                + (success.isPresent() ? 1 : 0)
                + (history ? 1 : 0);
    }

    static BoardTable of(BoardQuery query, Board board, Registry registry, History past) {
        List<Standing<StoredRun>> standings =
                board.ranking().standings().stream().sorted(RowOrder.of(query)).toList();
        List<StoredRun> ranked = standings.stream().map(Standing::key).toList();
        var columns = new BoardColumns(query, ranked);
        Axis axis = columns.axis(ranked);
        var rows = new BoardRows(query.topic(), columns, axis, board.round().label(), registry, past);
        return new BoardTable(
                columns.rank(),
                columns.provider(),
                columns.main(),
                columns.scale(axis),
                columns.others(),
                columns.success(),
                past.told(),
                standings.stream().map(rows::ranked).toList(),
                board.ranking().exclusions().stream().map(rows::unranked).toList());
    }
}
