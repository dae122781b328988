package org.sanban.checks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Characters that look like others or like nothing (异常字符): invisible ones, signs without a meaning, radicals in place of characters. */
final class OddCharacters implements Look {

    static Look of(Settings settings) {
        return new OddCharacters();
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        for (int at = 0; at < words.length(); at++) {
            char here = words.charAt(at);
            if (invisible(here)) {
                flaws.add(Flaw.at(at, at + 1).saying("odd.invisible", code(here)).rather(""));
            } else if (here >= 0xE000 && here <= 0xF8FF || here == 0xFFFD) {
                flaws.add(Flaw.at(at, at + 1).saying("odd.meaningless", code(here)));
            } else if (here >= 0x2E80 && here <= 0x2FDF || here >= 0xF900 && here <= 0xFAFF) {
                String right = Normalizer.normalize(words.substring(at, at + 1), Normalizer.Form.NFKC);
                boolean known = right.charAt(0) != here;
                flaws.add(Flaw.at(at, at + 1).saying("odd.radical", code(here)).rather(known ? right : null));
            }
        }
        return flaws;
    }

    private static String code(char c) {
        return String.format("U+%04X", (int) c);
    }

    private static boolean invisible(char c) {
        return c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c == 0x2060 || c == 0xFEFF || c == 0x00AD
                || Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
    }
}
