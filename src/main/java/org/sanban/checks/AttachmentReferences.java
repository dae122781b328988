package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attachments the text speaks of (附件引用): a number the list does not reach; one of several the text never names. List against files is {@code routing} R-22. */
record AttachmentReferences(Pattern reference, Pattern numbered) implements Look {

    /** Settings: {@code reference}, a pattern with a group {@code n}; {@code numbered}, how a line of the list begins, with a group {@code n}. */
    static Look of(Settings settings) {
        return new AttachmentReferences(settings.pattern("reference"), settings.pattern("numbered"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<String> list = paper.element("attachments").lines().filter(line -> !line.isBlank()).toList();
        return text.element().equals("attachments") ? numbering(text.text()) : references(text.text(), list);
    }

    private List<Flaw> references(String words, List<String> list) {
        List<Flaw> flaws = new ArrayList<>();
        Matcher found = reference.matcher(words);
        while (!list.isEmpty() && found.find()) {
            int number = Integer.parseInt(found.group("n"));
            if (number > list.size() || number == 0) {
                flaws.add(Flaw.at(found.start(), found.end()).saying("attachments.beyond", found.group(), list.size()));
            }
        }
        return flaws;
    }

    private List<Flaw> numbering(String list) {
        List<Flaw> flaws = new ArrayList<>();
        int expected = 1;
        int from = 0;
        for (String line : list.split("\n", -1)) {
            Matcher mark = numbered.matcher(line);
            if (mark.lookingAt()) {
                if (Integer.parseInt(mark.group("n")) != expected) {
                    flaws.add(Flaw.at(from + mark.start("n"), from + mark.end("n")).saying("attachments.number", mark.group("n"), expected)
                            .rather(String.valueOf(expected)));
                }
                expected = Integer.parseInt(mark.group("n")) + 1;
            }
            from += line.length() + 1;
        }
        return flaws;
    }
}
