package org.sanban.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of the levels (层次序数) at the start of paragraphs: 一、 then （一） then 1. then （1）.
 *
 * @param skips how many levels may be left out between one and the next
 * @param form a beginning that looks like a level and is written wrongly (1、, （一）、)
 */
record Levels(int skips, Pattern form) {

    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("^\\s*([一二三四五六七八九十]{1,3})、"),
            Pattern.compile("^\\s*（([一二三四五六七八九十]{1,3})）"),
            Pattern.compile("^\\s*(\\d{1,2})[.．](?!\\d)"),
            Pattern.compile("^\\s*（(\\d{1,2})）"));
    private static final String DIGITS = "一二三四五六七八九";

    private record Mark(int level, int number, String words, Span span) {}

    List<Flaw> wrongIn(String body) {
        List<Flaw> flaws = new ArrayList<>();
        int[] last = new int[MARKS.size()];
        int above = -1;
        int start = 0;
        for (String line : body.split("\n", -1)) {
            Matcher odd = form.matcher(line);
            Optional<Mark> mark = mark(line, start);
            if (odd.lookingAt()) {
                flaws.add(Flaw.of("form", "body", odd.group()).in(start + odd.start(), start + odd.end()));
            }
            if (mark.isPresent()) {
                flaws.addAll(check(mark.get(), above, last));
                above = mark.get().level();
            }
            start += line.length() + 1;
        }
        return flaws;
    }

    private static Optional<Mark> mark(String line, int start) {
        for (int level = 0; level < MARKS.size(); level++) {
            Matcher m = MARKS.get(level).matcher(line);
            if (m.find()) {
                return Optional.of(new Mark(level, number(m.group(1)), m.group().strip(), new Span(start + m.start(), start + m.end())));
            }
        }
        return Optional.empty();
    }

    private List<Flaw> check(Mark mark, int above, int[] last) {
        int deepest = above < 0 ? 0 : above + 1 + skips;
        int expected = last[mark.level()] + 1;
        last[mark.level()] = mark.number();
        for (int below = mark.level() + 1; below < last.length; below++) {
            last[below] = 0;
        }
        if (mark.level() > deepest) {
            return List.of(Flaw.of("level", "body", mark.words()).in(mark.span()));
        }
        return mark.number() == expected ? List.of() : List.of(Flaw.of("gap", "body", mark.words(), expected).in(mark.span()));
    }

    /** 十二 is 12, 二十 is 20. */
    private static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return digit(written);
        }
        int tens = ten == 0 ? 1 : digit(written.substring(0, ten));
        return tens * 10 + digit(written.substring(ten + 1));
    }

    private static int digit(String written) {
        return written.isEmpty() ? 0 : DIGITS.indexOf(written.charAt(0)) + 1;
    }
}
