package org.sanban.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Pairs of marks (成对标点): every opening one is closed, in its own paragraph and in order. */
record Pairs(List<String> pairs) implements Look {

    private record Open(int at, int pair) {}

    static Look of(Settings settings) {
        return new Pairs(settings.words("pairs"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        String words = text.text();
        for (int at = 0; at < words.length(); at++) {
            char here = words.charAt(at);
            if (here == '\n') {
                unclosed(open, words, flaws);
            }
            for (int n = 0; n < pairs.size(); n++) {
                if (here == pairs.get(n).charAt(0)) {
                    open.push(new Open(at, n));
                } else if (here == pairs.get(n).charAt(1)) {
                    close(open, at, n, words, flaws);
                }
            }
        }
        unclosed(open, words, flaws);
        return flaws;
    }

    private void close(Deque<Open> open, int at, int pair, String words, List<Flaw> flaws) {
        if (open.stream().noneMatch(one -> one.pair() == pair)) {
            flaws.add(Flaw.at(at, at + 1).saying("pairs.unopened", words.substring(at, at + 1), pairs.get(pair).substring(0, 1)));
            return;
        }
        while (open.peek() != null && open.peek().pair() != pair) {
            flaws.add(unclosed(open.pop(), words));
        }
        open.pop();
    }

    private void unclosed(Deque<Open> open, String words, List<Flaw> flaws) {
        while (!open.isEmpty()) {
            flaws.add(unclosed(open.pollLast(), words));
        }
    }

    private Flaw unclosed(Open one, String words) {
        return Flaw.at(one.at(), one.at() + 1)
                .saying("pairs.unclosed", words.substring(one.at(), one.at() + 1), pairs.get(one.pair()).substring(1));
    }
}
