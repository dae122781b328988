package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * 署名, 日期, 印章, 附注: what follows the body. Slots are counted from the first below it.
 *
 * @param lines by slot
 * @param seals places of seals: {@code x} from the left edge of the type area, {@code y} from the first slot, in mm
 * @param slots how many it takes
 */
record Closing(List<Line> lines, List<Seal> seals, int slots) {

    /** @param slot may stand between two lines, for what is centred on a stamp */
    record Line(double slot, Piece.Fixed piece) {}

    /** Works out where everything stands. */
    static final class Plan {

        private final Paper paper;
        private final Figures f;
        private final Area area;
        private final PaperPieces pieces;
        private final List<Line> lines = new ArrayList<>();
        private final List<Seal> seals = new ArrayList<>();
        private final List<Letter> date;
        private int last = -1;
        private double sealEnd;

        Plan(Paper paper, Figures figures, Area area, PaperPieces pieces) {
            this.paper = paper;
            this.f = figures;
            this.area = area;
            this.pieces = pieces;
            this.date = pieces.letters(paper.closing().date(), pieces.body(), "date");
        }

        Closing closing() {
            if (!date.isEmpty() || !paper.closing().names().isEmpty()) {
                switch (paper.closing().sealing()) {
                    case SEAL -> sealed();
                    case PLAIN -> plain();
                    case STAMP -> stamped();
                    case NONE -> dateOnly();
                }
            }
            if (!paper.annotation().isEmpty()) {
                annotation();
            }
            return new Closing(lines, seals, Math.max(last + 1, (int) Math.ceil(sealEnd / area.pitch() - 0.01)));
        }

        /** The name in the middle over the date, the seal in the middle of both; several names in rows, a seal each. */
        private void sealed() {
            double size = f.number("body.sign_seal.seal_mm");
            double below = f.number("body.sign_seal.seal_below_body_mm");
            int dateSlot = Math.max(2, (int) Math.floor((below + size - f.number("body.sign_seal.seal_below_date_mm") - area.foot()) / area.pitch()));
            List<List<Letter>> names = paper.closing().names().stream().map(name -> pieces.letters(name, pieces.body(), "signature")).toList();
            double gap = f.number("body.sign_seal.seals_gap_mm");
            double widest = Math.max(size, names.stream().mapToDouble(Lines::width).max().orElse(0));
            double dateWidth = Lines.width(date);
            double middle = area.width() - f.number("body.sign_seal.date_right_indent_chars") * area.cell() - dateWidth / 2;
            middle = Math.min(middle, area.width() - widest / 2);
            int most = (int) Math.floor((middle + widest / 2 + gap) / (widest + gap));
            int columns = Math.clamp(Math.min(f.count("body.sign_seal.seals_per_row_max"), most), 1, Math.max(1, names.size()));
            double step = columns == 1 ? 0 : Math.min(widest + area.cell(), (middle - widest / 2) / (columns - 1));
            int high = (int) Math.ceil((size + gap) / area.pitch());
            int rows = Math.max(1, (names.size() + columns - 1) / columns);
            for (int row = 0; row < rows; row++) {
                int from = row * columns;
                int to = Math.min(names.size(), from + columns);
                List<Piece.Stretch> stretches = new ArrayList<>();
                for (int n = from; n < to; n++) {
                    double x = middle - (to - 1 - n) * step;
                    stretches.add(new Piece.Stretch(x - Lines.width(names.get(n)) / 2, names.get(n)));
                    seals.add(new Seal(x - size / 2, below + row * high * area.pitch(), size, size, paper.closing().names().get(n)));
                }
                put(row * high + dateSlot - 1, stretches);
            }
            put((rows - 1) * high + dateSlot, List.of(new Piece.Stretch(middle - dateWidth / 2, date)));
            sealEnd = below + (rows - 1) * high * area.pitch() + size;
        }

        /** The date begins two characters to the right of the name, unless it is longer: then it keeps its own indent and the name gives way. */
        private void plain() {
            double cell = area.cell();
            int slot = f.count("body.sign_no_seal.blank_lines_above");
            double offset = f.number("body.sign_no_seal.date_offset_from_name_chars") * cell;
            double indent = f.number("body.sign_no_seal.name_right_indent_chars") * cell;
            double dateWidth = Lines.width(date);
            double dateX = area.width() - indent - dateWidth;
            for (int n = 0; n < paper.closing().names().size(); n++) {
                List<Letter> name = pieces.letters(paper.closing().names().get(n), pieces.body(), "signature");
                double x = Math.max(0, area.width() - indent - Lines.width(name));
                boolean lastName = n == paper.closing().names().size() - 1;
                if (lastName && dateWidth > Lines.width(name)) {
                    x = dateX - offset;
                } else if (lastName) {
                    dateX = x + offset;
                }
                put(slot++, List.of(new Piece.Stretch(x, name)));
            }
            put(slot, List.of(new Piece.Stretch(dateX, date)));
        }

        private void stamped() {
            double width = f.number("body.sign_stamp.width_mm");
            double height = f.number("body.sign_stamp.height_mm");
            double right = area.width() - f.number("body.sign_stamp.right_indent_chars") * area.cell();
            int high = (int) Math.ceil(height / area.pitch());
            int slot = f.count("body.sign_stamp.blank_lines_above");
            for (String title : paper.closing().names()) {
                List<Letter> letters = pieces.letters(title, pieces.body(), "signature");
                double x = right - width - f.number("body.sign_stamp.title_gap_chars") * area.cell() - Lines.width(letters);
                put(slot + (high - 1) / 2.0, List.of(new Piece.Stretch(x, letters)));
                seals.add(new Seal(right - width, slot * area.pitch() + (high * area.pitch() - height) / 2, width, height, title));
                slot += high;
            }
            put(slot + f.count("body.sign_stamp.date_blank_lines"), List.of(new Piece.Stretch(right - Lines.width(date), date)));
        }

        private void dateOnly() {
            double right = area.width() - f.number("body.sign_seal.date_right_indent_chars") * area.cell();
            put(1, List.of(new Piece.Stretch(right - Lines.width(date), date)));
        }

        private void annotation() {
            String text = paper.annotation();
            String inBrackets = text.startsWith("（") ? text : "（" + text + "）";
            List<Letter> letters = pieces.letters(inBrackets, pieces.body(), "annotation");
            double start = f.number("body.annotation.indent_chars") * area.cell();
            int slot = last;
            for (List<Letter> line : Lines.of(letters, area.width() - start, area.width())) {
                put(++slot, List.of(new Piece.Stretch(start, line)));
                start = 0;
            }
        }

        private void put(double slot, List<Piece.Stretch> stretches) {
            lines.add(new Line(slot, new Piece.Fixed(stretches)));
            last = Math.max(last, (int) Math.ceil(slot));
        }
    }
}
