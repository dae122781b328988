package org.sanban.layout;

import java.util.List;

/**
 * A paper as it was set, with the rows that its pages were made of.
 *
 * @param imprintTurns how many pages were turned for the imprint; 0 where it stands below what goes before
 */
record PaperPlan(Sheet sheet, Head.Done head, List<Side> main, Closing closing, List<AnnexPlan> annexes, Imprint imprint, int imprintTurns, Area area) {

    /**
     * The rows of one page.
     *
     * @param pitch height of its slots in mm
     * @param room how many slots it has
     */
    record Side(double pitch, int room, List<Column.Row> rows) {

        int used() {
            return rows.stream().mapToInt(Column.Row::slots).sum();
        }
    }

    record AnnexPlan(List<Side> sides, boolean across) {}
}
