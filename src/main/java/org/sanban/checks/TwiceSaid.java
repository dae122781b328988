package org.sanban.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.proofing.Paragraph;

/** A whole paragraph or sentence that stands in the same text twice (重段、重句), left behind when it was moved. */
record TwiceSaid(int shortest) implements Look {

    /** Settings: {@code shortest}, characters from which on a sentence is looked at. */
    static Look of(Settings settings) {
        return new TwiceSaid(settings.number("shortest"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        String words = text.text();
        for (Paragraph paragraph : text.prose().paragraphs()) {
            if (paragraph.tableRow()) {
                continue;
            }
            for (int from = paragraph.from() + paragraph.mark().length(); from < paragraph.to(); ) {
                int to = Math.min(paragraph.to(), Places.sentenceTo(words, from));
                String sentence = words.substring(from, to).strip();
                if (sentence.length() >= shortest && seen.merge(sentence, 1, Integer::sum) > 1) {
                    flaws.add(Flaw.at(from, to).saying("twice.said", sentence.substring(0, Math.min(12, sentence.length()))));
                }
                from = to + 1;
            }
        }
        return flaws;
    }
}
