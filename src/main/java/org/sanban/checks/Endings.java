package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sanban.proofing.Level;
import org.sanban.proofing.Paragraph;

/** Paragraphs that stop in the middle (段落收尾): a long one without a mark at its end, one that ends in a comma, a mark with nothing behind it. */
record Endings(Pattern ended, Pattern open, int from, Pattern closing) implements Look {

    /**
     * Settings: {@code ended}, what a whole paragraph ends in; {@code open}, what none ends in; {@code from}, characters from which on a
     * paragraph is a sentence; {@code closing}, lines that end as they are (签署、日期).
     */
    static Look of(Settings settings) {
        return new Endings(settings.pattern("ended"), settings.pattern("open"), settings.number("from"), settings.pattern("closing"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        for (Paragraph paragraph : text.prose().paragraphs()) {
            String words = paragraph.in(text.text()).stripTrailing();
            int to = paragraph.from() + words.length();
            if (paragraph.tableRow() || words.isEmpty()) {
                continue;
            }
            if (paragraph.level() != Level.TEXT && words.length() <= paragraph.mark().length()) {
                flaws.add(Flaw.at(paragraph.from(), to).saying("endings.empty", words));
            } else if (open.matcher(words).find()) {
                flaws.add(Flaw.at(to - 1, to).saying("endings.open", words.substring(words.length() - 1)));
            } else if (words.length() >= from && !ended.matcher(words).find() && !closing.matcher(words).find()
                    && paragraph.headingTo() - paragraph.from() < words.length()) {
                flaws.add(Flaw.at(to - 1, to).saying("endings.none"));
            }
        }
        return flaws;
    }
}
