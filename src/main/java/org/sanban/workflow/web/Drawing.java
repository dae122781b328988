package org.sanban.workflow.web;

import java.util.ArrayList;
import java.util.List;
import org.sanban.workflow.Procedure;
import org.sanban.workflow.Step;

/**
 * A procedure as a drawing: steps as boxes from top to bottom, ways onward as arrows on the right, returns dashed on the left.
 * Lengths in user units of the SVG.
 */
public record Drawing(int width, int height, List<Box> boxes, List<Arrow> arrows, int endX, int endY) {

    private static final int LEFT = 120;
    private static final int WIDE = 400;
    private static final int HIGH = 66;
    private static final int GAP = 34;
    private static final int LANE = 13;

    public record Box(Step step, String name, String holder, String limits, int x, int y, int width, int height) {

        /** As much of {@link #holder} as fits into the box. */
        public String holderShortly() {
            return fitting(holder, 12);
        }

        /** As much of {@link #limits} as fits into the box. */
        public String limitsShortly() {
            return fitting(limits, 11);
        }
    }

    /** @param path of an SVG path */
    public record Arrow(String path, boolean dashed) {}

    static Drawing of(Procedure procedure, List<Box> named) {
        List<Arrow> arrows = new ArrayList<>();
        int right = 0;
        int left = 0;
        for (Box box : named) {
            for (Step.Transition way : box.step().next()) {
                int to = index(named, way.to());
                int from = named.indexOf(box);
                if (to == from + 1) {
                    arrows.add(new Arrow("M %d %d V %d".formatted(LEFT + WIDE / 2, bottom(from), top(to) - 4), false));
                } else {
                    right = right % 8 + 1;
                    arrows.add(new Arrow(side(from, to, LEFT + WIDE, 10 + right * LANE, to > from ? 8 : -8), false));
                }
            }
            for (String to : box.step().returnsTo()) {
                left = left % 7 + 1;
                arrows.add(new Arrow(side(named.indexOf(box), index(named, to), LEFT, -10 - left * LANE, -6), true));
            }
        }
        return new Drawing(LEFT + WIDE + 140, top(named.size()) + 30, named, arrows, LEFT + WIDE / 2, top(named.size()) + 10);
    }

    static Box box(int index, Step step, String name, String holder, String limits) {
        return new Box(step, name, holder, limits, LEFT, top(index), WIDE, HIGH);
    }

    /** As much as fits into a box at this size; the table below the drawing has the whole. */
    private static String fitting(String text, int size) {
        int room = (WIDE - 24) * 2 / size;
        for (int i = 0; i < text.length(); i++) {
            room -= text.charAt(i) < 0x2000 ? 1 : 2;
            if (room < 0) {
                return text.substring(0, Math.max(0, i - 1)) + "…";
            }
        }
        return text;
    }

    private static String side(int from, int to, int x, int out, int shift) {
        int head = x + (out > 0 ? 4 : -4);
        return "M %d %d H %d V %d H %d".formatted(x, middle(from) + shift, x + out, to < 0 ? middle(from) : middle(to) - shift, head);
    }

    /** The end stands below the last step; a step that does not exist points to itself, and is objected to beside. */
    private static int index(List<Box> boxes, String code) {
        if (code.equals(Procedure.END)) {
            return boxes.size();
        }
        return boxes.stream().filter(b -> b.step().code().equals(code)).findFirst().map(boxes::indexOf).orElse(-1);
    }

    private static int top(int index) {
        return 8 + index * (HIGH + GAP);
    }

    private static int middle(int index) {
        return top(index) + HIGH / 2;
    }

    private static int bottom(int index) {
        return top(index) + HIGH;
    }
}
