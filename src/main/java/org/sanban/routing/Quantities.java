package org.sanban.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Quantities named by the same words in the text and in an attachment (输水线路总长186公里). */
record Quantities(Terms t) {

    /** What is said of one quantity in one text: each value, and where the first stands. */
    private record Said(String words, Span first, Set<BigDecimal> values) {}

    /** @return a flaw for each quantity that both texts name and no value of which is in both */
    List<Flaw> differing(String body, String title, String attachment) {
        Map<String, Said> there = said(attachment);
        List<Flaw> flaws = new ArrayList<>();
        said(body).forEach((what, here) -> {
            Said other = there.get(what);
            if (other != null && Collections.disjoint(here.values(), other.values())) {
                flaws.add(Flaw.of("attachment", "body", here.words(), title, other.words()).in(here.first()));
            }
        });
        return flaws;
    }

    private Map<String, Said> said(String text) {
        Map<String, Said> all = new LinkedHashMap<>();
        Matcher m = t.matcher("quantity", text);
        while (m.find()) {
            String what = t.matcher("filler", m.group("what")).replaceFirst("");
            int shortest = t.number("same-words");
            if (what.length() >= shortest) {
                String key = what.substring(what.length() - shortest) + m.group("unit");
                Span span = new Span(m.start(), m.end());
                all.computeIfAbsent(key, k -> new Said(m.group(), span, new LinkedHashSet<>()))
                        .values()
                        .add(new BigDecimal(m.group("figure").replace(",", "")).stripTrailingZeros());
            }
        }
        return all;
    }
}
