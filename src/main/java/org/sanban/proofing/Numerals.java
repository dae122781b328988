package org.sanban.proofing;

import java.util.stream.IntStream;

/** Numbers as papers write them: 十二, 12. */
record Numerals(String digits, String tens, String hundreds) {

    Numerals(ProofWords words) {
        this(words.text("digits"), words.text("tens"), words.text("hundreds"));
    }

    int value(String written) {
        if (written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(written);
        }
        int whole = 0;
        int digit = 0;
        for (String sign : written.split("")) {
            if (sign.equals(tens) || sign.equals(hundreds)) {
                whole += Math.max(1, digit) * (sign.equals(tens) ? 10 : 100);
                digit = 0;
            } else {
                digit = Math.max(0, digits.indexOf(sign));
            }
        }
        return whole + digit;
    }

    /** @param number 1 to 999 */
    String chinese(int number) {
        if (number < 1 || number > 999) {
            return Integer.toString(number);
        }
        int hundred = number / 100;
        int ten = number / 10 % 10;
        int one = number % 10;
        StringBuilder written = new StringBuilder();
        written.append(hundred > 0 ? digit(hundred) + hundreds : "");
        written.append(ten > 0 ? (ten == 1 && hundred == 0 ? "" : digit(ten)) + tens : hundred > 0 && one > 0 ? digit(0) : "");
        return written.append(one > 0 ? digit(one) : "").toString();
    }

    /** Each digit for itself: 二〇二六. */
    String plain(int number) {
        StringBuilder written = new StringBuilder();
        IntStream.range(0, Integer.toString(number).length())
                .forEach(at -> written.append(digit(Integer.toString(number).charAt(at) - '0')));
        return written.toString();
    }

    private String digit(int n) {
        return digits.substring(n, n + 1);
    }
}
