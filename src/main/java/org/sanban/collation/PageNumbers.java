package org.sanban.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the lines away that only count the pages: {@code — 1 —} at the head or foot of a page, bare figures where they count on from page to page. */
final class PageNumbers {

    private static final Pattern DASHED = Pattern.compile("[\\s\\u3000]*[\\u2014\\u2013\\u2015\\uff0d\\u2500\\-]+[\\s\\u3000]*\\d{1,4}[\\s\\u3000]*[\\u2014\\u2013\\u2015\\uff0d\\u2500\\-]+[\\s\\u3000]*");
    /** Page 3, or page 3 of 4, in words. */
    private static final Pattern SAID = Pattern.compile("[\\s\\u3000]*\\u7b2c\\s*\\d{1,4}\\s*\\u9875(?:[\\s\\u3000,\\uff0c/]*\\u5171\\s*\\d{1,4}\\s*\\u9875)?[\\s\\u3000]*");
    private static final Pattern BARE = Pattern.compile("[\\s\\u3000]*(\\d{1,4})[\\s\\u3000]*");

    private PageNumbers() {}

    /** @param pages the lines of each page */
    static List<ProofText.Line> without(List<List<ProofText.Line>> pages) {
        boolean counted = counted(pages);
        List<ProofText.Line> kept = new ArrayList<>();
        for (List<ProofText.Line> page : pages) {
            for (int n = 0; n < page.size(); n++) {
                String text = page.get(n).text();
                boolean edge = n == 0 || n == page.size() - 1;
                boolean number = edge && (DASHED.matcher(text).matches() || SAID.matcher(text).matches())
                        || n == page.size() - 1 && counted && BARE.matcher(text).matches();
                if (!number) {
                    kept.add(page.get(n));
                }
            }
        }
        return kept;
    }

    /** Does a figure stand alone at the foot of every page, one more on each? */
    private static boolean counted(List<List<ProofText.Line>> pages) {
        int first = 0;
        for (int n = 0; n < pages.size(); n++) {
            Matcher foot = BARE.matcher(pages.get(n).isEmpty() ? "" : pages.get(n).getLast().text());
            if (!foot.matches()) {
                return false;
            }
            int number = Integer.parseInt(foot.group(1));
            first = n == 0 ? number : first;
            if (number != first + n) {
                return false;
            }
        }
        return pages.size() > 1;
    }
}
