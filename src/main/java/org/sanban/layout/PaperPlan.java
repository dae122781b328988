package org.sanban.layout;

import java.util.List;

/**
 * A paper as it was set, with the pieces that it was made of.
 *
 * @param blank height left free above the imprint on its page, in mm
 */
record PaperPlan(Sheet sheet, Head.Done head, List<Piece> main, Closing closing, List<AnnexPlan> annexes, Imprint imprint, double blank, Area area) {

    record AnnexPlan(List<Piece> pieces, boolean across) {}
}
