package org.sanban.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sanban.proofing.Irregularity;
import org.sanban.proofing.Prose;
import org.sanban.proofing.ProseLimits;

/** The text itself: one matter, no hidden request, quotations, levels, fixed phrases, names. */
final class TextRules {

    static final List<Rule> ALL = List.of(
            new Rule("R-01", TextRules::oneMatter),
            new Rule("R-04", TextRules::noHiddenRequest),
            new Rule("R-23", TextRules::quotesTitleThenNumber),
            new Rule("R-24", TextRules::levelsFollowOneAnother),
            new Rule("R-27", TextRules::fixedPhrasesAndOrderOfNames),
            new Rule("R-28", (f, t) -> new BodyNames(f, t).wrong()));

    private TextRules() {}

    private static List<Flaw> oneMatter(OutgoingFacts f, Terms t) {
        String body = f.words().body();
        Matcher together = t.matcher("together", body);
        if (together.find()) {
            return List.of(Flaw.found("together", "body", together));
        }
        List<MatchResult> asking = t.matcher("sentence", body).results()
                .filter(sentence -> t.finds("asks", sentence.group()) && !t.finds("closing", sentence.group()))
                .toList();
        int most = t.number("most");
        if (asking.size() <= most) {
            return List.of();
        }
        MatchResult next = asking.get(most);
        return List.of(Flaw.of("several", "body", asking.size(), next.group().strip()).in(next.start(), next.end()));
    }

    private static List<Flaw> noHiddenRequest(OutgoingFacts f, Terms t) {
        return t.matcher("request", f.words().body()).results()
                .map(words -> Flaw.of("request", "body", words.group()).in(words.start(), words.end()))
                .toList();
    }

    private static List<Flaw> quotesTitleThenNumber(OutgoingFacts f, Terms t) {
        String body = f.words().body();
        Set<String> introduced = new HashSet<>();
        List<Flaw> flaws = new ArrayList<>();
        Matcher number = t.matcher("number", body);
        while (number.find()) {
            String words = number.group();
            if (!t.finds("brackets", words)) {
                flaws.add(Flaw.found("brackets", "body", number));
            } else if (t.finds("after-title", paragraphBefore(number.start("at"), body))) {
                introduced.add(words);
            } else if (introduced.stream().noneMatch(words::endsWith)) {
                boolean before = t.matcher("title-follows", body).region(number.end(), body.length()).lookingAt();
                flaws.add(Flaw.found(before ? "order" : "untitled", "body", number));
            }
        }
        return flaws;
    }

    private static String paragraphBefore(int end, String body) {
        return body.substring(body.lastIndexOf('\n', end) + 1, end);
    }

    private static List<Flaw> levelsFollowOneAnother(OutgoingFacts f, Terms t) {
        Prose prose = Prose.of(f.words().body(), ProseLimits.NONE);
        return prose.irregularities().stream()
                .filter(wrong -> wrong.kind() != Irregularity.Kind.SKIPS_LEVEL || skipsTooMuch(wrong, t))
                .map(wrong -> level(wrong, prose.paragraphs().get(wrong.paragraph()).mark()))
                .toList();
    }

    /** Below a mark some levels may be left out; nothing comes before the first level. */
    private static boolean skipsTooMuch(Irregularity level, Terms t) {
        return level.expected() == 1 || level.found() - level.expected() > t.number("skips");
    }

    private static Flaw level(Irregularity wrong, String mark) {
        Flaw flaw = switch (wrong.kind()) {
            case JUMPS, REPEATS -> Flaw.of("gap", "body", mark, wrong.expected());
            case SKIPS_LEVEL -> Flaw.of("level", "body", mark);
            case ODD_MARK -> Flaw.of("form", "body", mark);
        };
        return flaw.in(wrong.at(), wrong.at() + mark.length());
    }

    private static List<Flaw> fixedPhrasesAndOrderOfNames(OutgoingFacts f, Terms t) {
        String body = f.words().body();
        Stream<Flaw> phrases = t.phrases().entrySet().stream().flatMap(phrase -> misquoted(phrase, body));
        return Stream.concat(phrases, outOfOrder(body, f.office().leaders(), t).stream()).toList();
    }

    private static Stream<Flaw> misquoted(Map.Entry<String, Pattern> phrase, String body) {
        return phrase.getValue().matcher(body).results()
                .map(wrong -> Flaw.of("phrase", "body", wrong.group(), phrase.getKey()).in(wrong.start(), wrong.end()));
    }

    private static List<Flaw> outOfOrder(String body, List<String> leaders, Terms t) {
        List<Flaw> flaws = new ArrayList<>();
        if (leaders.isEmpty()) {
            return flaws;
        }
        String names = String.join("|", leaders.stream().map(Pattern::quote).toList());
        List<MatchResult> found = Pattern.compile(names).matcher(body).results().toList();
        for (int i = 1; i < found.size(); i++) {
            MatchResult first = found.get(i - 1);
            MatchResult then = found.get(i);
            boolean listed = t.pattern("between").matcher(body.substring(first.end(), then.start())).matches();
            if (listed && leaders.indexOf(first.group()) > leaders.indexOf(then.group())) {
                flaws.add(Flaw.of("names", "body", first.group(), then.group()).in(first.start(), then.end()));
            }
        }
        return flaws;
    }
}
