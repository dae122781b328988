package org.sanban.outgoing.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.proofing.Level;
import org.sanban.proofing.Paragraph;
import org.sanban.proofing.Prose;
import org.sanban.proofing.ProseLimits;
import org.sanban.proofing.Table;

/** The body of a paper as it is read: paragraphs with their levels, tables as tables. */
public record ProseView(List<Block> blocks) {

    /** What was once saved is shown, however long; limits are for what comes in. */
    private static final ProseLimits ANY = new ProseLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /**
     * @param heading of the paragraph with its mark, empty for none
     * @param rest what follows it
     * @param table in place of a paragraph, or null
     */
    public record Block(Level level, String heading, String rest, @Nullable Table table) {

        public String css() {
            return "level-" + level.ordinal();
        }
    }

    static ProseView of(String body) {
        Prose prose = Prose.of(body, ANY);
        List<Block> blocks = new ArrayList<>();
        for (Paragraph paragraph : prose.paragraphs()) {
            if (!paragraph.tableRow()) {
                blocks.add(new Block(paragraph.level(), paragraph.heading(body), body.substring(paragraph.headingTo(), paragraph.to()), null));
            } else {
                prose.tables().stream().filter(table -> table.from() == paragraph.from())
                        .forEach(table -> blocks.add(new Block(Level.TEXT, "", "", table)));
            }
        }
        return new ProseView(blocks);
    }
}
