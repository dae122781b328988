package org.sanban.checks;

/** Texts of rules that say no more than what they look for. */
final class Wordings {

    private Wordings() {}

    static Wording of(RuleBody.WordPair pair) {
        return new Wording("“" + pair.wrong() + "”→“" + pair.right() + "”", "“" + pair.wrong() + "” → “" + pair.right() + "”");
    }
}
