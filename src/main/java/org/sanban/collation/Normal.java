package org.sanban.collation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text as it is compared: without any white space, with the radicals and compatibility forms that PDF files carry in the place of
 * characters written as these characters. Nothing else is made equal: a half-width comma is another character than a full-width one.
 *
 * @param characters code points
 * @param origin where each of them begins in the text as it was, in {@code char}s
 */
record Normal(int[] characters, int[] origin) {

    /** Radicals of the block 2E80–2EFF, each followed by the unified ideograph it looks like (Unicode, Equivalent_Unified_Ideograph). */
    private static final String RADICALS = "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌"
            + "⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓"
            + "⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝"
            + "⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐"
            + "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private static final Map<Integer, Integer> EQUIVALENT = equivalents();

    static Normal of(String text) {
        int[] characters = new int[text.length()];
        int[] origin = new int[text.length()];
        int n = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (!blank(c)) {
                characters[n] = plain(c);
                origin[n++] = at;
            }
            at += Character.charCount(c);
        }
        return new Normal(Arrays.copyOf(characters, n), Arrays.copyOf(origin, n));
    }

    boolean isEmpty() {
        return characters.length == 0;
    }

    private static boolean blank(int c) {
        return c <= ' ' || c == 0x3000 || c == 0xa0 || c == 0x200b || c == 0xfeff || c > 0x7f && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static int plain(int c) {
        if (c < 0x2e80) {
            return c;
        }
        if (c < 0x2f00) {
            return EQUIVALENT.getOrDefault(c, c);
        }
        boolean compatible = c <= 0x2fdf || c >= 0xf900 && c <= 0xfaff;
        return compatible ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).codePointAt(0) : c;
    }

    private static Map<Integer, Integer> equivalents() {
        int[] pairs = RADICALS.codePoints().toArray();
        Map<Integer, Integer> equivalents = new HashMap<>();
        for (int n = 0; n < pairs.length; n += 2) {
            equivalents.put(pairs[n], pairs[n + 1]);
        }
        return equivalents;
    }
}
