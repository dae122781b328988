package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points counted in the running text (一是、二是、三是): none is left out and none comes twice in its paragraph, and where the text says how many come
 * (以下三点), so many come. The marks at the beginnings of paragraphs are {@code routing} R-24.
 */
record Ordinals(List<String> numbers, List<Pattern> forms, Pattern announced) implements Look {

    private record Point(int from, int to, int number) {}

    /**
     * Settings: {@code numbers} from one on; {@code forms}, patterns with a group {@code n}; {@code announced}, a pattern with a group {@code n}
     * that says how many come.
     */
    static Look of(Settings settings) {
        return new Ordinals(
                settings.words("numbers"), settings.words("forms").stream().map(Pattern::compile).toList(), settings.pattern("announced"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        for (int from = 0; from < words.length(); ) {
            int end = words.indexOf('\n', from);
            int to = end < 0 ? words.length() : end;
            for (Pattern form : forms) {
                List<Point> points = points(form, words, from, to);
                order(points, flaws);
                announced(points, words, from, flaws);
            }
            from = to + 1;
        }
        return flaws;
    }

    private List<Point> points(Pattern form, String words, int from, int to) {
        List<Point> points = new ArrayList<>();
        Matcher found = form.matcher(words).region(from, to).useTransparentBounds(true);
        while (found.find()) {
            int number = numbers.indexOf(found.group("n")) + 1;
            if (number > 0) {
                points.add(new Point(found.start("n"), found.end(), number));
            }
        }
        return points;
    }

    private void order(List<Point> points, List<Flaw> flaws) {
        int last = 0;
        for (Point point : points) {
            boolean anew = point.number() == 1;
            if (!anew && last > 0 && point.number() != last + 1) {
                String key = point.number() > last ? "ordinals.jumps" : "ordinals.repeats";
                flaws.add(Flaw.at(point.from(), point.to()).saying(key, numbers.get(point.number() - 1), numbers.get(last)));
            }
            last = point.number();
        }
    }

    private void announced(List<Point> points, String words, int from, List<Flaw> flaws) {
        if (points.size() < 2 || points.getFirst().number() != 1) {
            return;
        }
        int most = points.stream().mapToInt(Point::number).max().orElse(0);
        boolean oneRun = points.stream().filter(point -> point.number() == 1).count() == 1;
        Matcher said = announced.matcher(words).region(from, points.getFirst().from());
        while (oneRun && said.find()) {
            int number = numbers.indexOf(said.group("n")) + 1;
            if (number > 0 && number != most) {
                flaws.add(Flaw.at(said.start(), said.end()).saying("ordinals.announced", said.group("n"), numbers.get(most - 1)));
            }
        }
    }
}
