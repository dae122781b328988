package org.sanban.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A figure with its unit as it stands in a text (12.8亿元). */
record Figure(int from, int to, String words, BigDecimal value, String unit) {

    /** @param pattern with groups {@code figure} and {@code unit} */
    static List<Figure> in(String text, int from, int to, Pattern pattern) {
        List<Figure> figures = new ArrayList<>();
        Matcher found = pattern.matcher(text).region(from, to).useTransparentBounds(true);
        while (found.find()) {
            BigDecimal value = new BigDecimal(found.group("figure").replaceAll("[,，]", ""));
            figures.add(new Figure(found.start(), found.end(), found.group(), value, found.group("unit")));
        }
        return figures;
    }
}
