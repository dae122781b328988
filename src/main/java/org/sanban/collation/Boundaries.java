package org.sanban.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A paragraph begins on a line of its own. What differs on both sides of such a beginning is two differences, not one: it is divided where the
 * proof breaks its line, when no more differs then.
 */
final class Boundaries {

    /** What is longer on both sides is another text; there is nothing to be divided. */
    private static final int SHORT = 60;
    /** So far a paragraph is looked for beyond what differs: its last words may stand at the end of another one, too. */
    private static final int NEAR = 12;

    private final Said said;
    private final Shown shown;
    private final NavigableSet<Integer> starts;

    private Boundaries(Said said, Shown shown) {
        this.said = said;
        this.shown = shown;
        this.starts = new TreeSet<>(said.starts());
        this.starts.add(said.characters().length);
    }

    static List<Stretch> kept(List<Stretch> stretches, Said said, Shown shown) {
        Boundaries boundaries = new Boundaries(said, shown);
        List<Stretch> kept = new ArrayList<>();
        for (int n = 0; n < stretches.size(); n++) {
            int next = n + 1 < stretches.size() ? stretches.get(n + 1).from() : said.characters().length;
            boundaries.divided(stretches.get(n), next).forEach(part -> add(part, kept));
        }
        return kept;
    }

    /** What is missing without a break is missing once. */
    private static void add(Stretch s, List<Stretch> kept) {
        Stretch last = kept.isEmpty() ? null : kept.getLast();
        if (last != null && last.to() == s.from() && last.come() == 0 && s.come() == 0) {
            kept.removeLast();
            kept.add(new Stretch(last.from(), s.to(), last.at(), s.end()));
        } else {
            kept.add(s);
        }
    }

    /** To the end of the paragraph where that is near and both agree so far: what is left then may be a whole paragraph. */
    private List<Stretch> divided(Stretch s, int next) {
        Integer end = starts.ceiling(s.to());
        int on = end == null ? 0 : end - s.to();
        boolean near = on > 0 && on <= NEAR && s.to() + on <= next && s.come() > 0 && starts.higher(s.from()) < s.to() && begins(s.end() + on);
        List<Stretch> there = near ? divided(new Stretch(s.from(), s.to() + on, s.at(), s.end() + on)) : List.of();
        boolean better = !there.isEmpty() && differs(there) <= s.gone() + s.come();
        return better ? there : divided(s);
    }

    private static int differs(List<Stretch> stretches) {
        return stretches.stream().mapToInt(t -> t.gone() + t.come()).sum();
    }

    private List<Stretch> divided(Stretch s) {
        if (s.gone() == 0 || s.come() == 0 || Math.min(s.gone(), s.come()) > SHORT) {
            return List.of(s);
        }
        int least = s.gone() + s.come() + 1;
        List<Stretch> best = List.of(s);
        for (int start : starts.subSet(s.from(), true, s.to(), true)) {
            for (int at = s.at(); at <= s.end(); at++) {
                boolean bounds = start == s.from() && at == s.at() || start == s.to() && at == s.end();
                if (bounds || !begins(at)) {
                    continue;
                }
                List<Stretch> tried = new ArrayList<>(between(s.from(), start, s.at(), at));
                tried.addAll(between(start, s.to(), at, s.end()));
                int differs = differs(tried);
                if (differs < least && (differs < s.gone() + s.come() || !begun(start, s))) {
                    least = differs;
                    best = tried;
                }
            }
        }
        return best.size() == 1 && best.getFirst().equals(s) ? best : best.stream().flatMap(t -> divided(t).stream()).toList();
    }

    /** Does the paragraph begin on a line of its own, read as it is? */
    private boolean begun(int start, Stretch s) {
        return start == s.from() && begins(s.at()) || start == s.to() && begins(s.end());
    }

    private boolean begins(int at) {
        return at == 0 || at >= shown.characters().length || shown.line()[at] != shown.line()[at - 1];
    }

    private List<Stretch> between(int from, int to, int at, int end) {
        return Stretches.between(Stretches.part(said.characters(), from, to), Stretches.part(shown.characters(), at, end)).stream()
                .map(s -> new Stretch(from + s.from(), from + s.to(), at + s.at(), at + s.end())).toList();
    }
}
