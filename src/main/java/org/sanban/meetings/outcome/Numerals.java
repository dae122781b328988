package org.sanban.meetings.outcome;

/** Chinese numbers of paragraphs, 1 to 999. */
final class Numerals {

    private static final String DIGITS = "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";
    private static final String TEN = "\u5341";
    private static final String HUNDRED = "\u767e";

    static final String ALL = DIGITS + TEN + HUNDRED;

    private Numerals() {}

    static String of(int n) {
        if (n < 10) {
            return digit(n);
        }
        if (n < 100) {
            return (n / 10 == 1 ? "" : digit(n / 10)) + TEN + (n % 10 == 0 ? "" : digit(n % 10));
        }
        int rest = n % 100;
        return digit(n / 100) + HUNDRED + (rest == 0 ? "" : rest < 10 ? digit(0) + digit(rest) : digit(rest / 10) + TEN + (rest % 10 == 0 ? "" : digit(rest % 10)));
    }

    private static String digit(int n) {
        return DIGITS.substring(n, n + 1);
    }
}
