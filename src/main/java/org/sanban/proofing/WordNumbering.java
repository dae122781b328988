package org.sanban.proofing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Counts the lists of a Word file as Word does, so that its numbers become text. */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final int UNSTARTED = Integer.MIN_VALUE;

    private final Numerals numerals;
    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> kinds = new HashMap<>();
    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    WordNumbering(Numerals numerals, @Nullable Element numbering, @Nullable Element styles) {
        this.numerals = numerals;
        collect(numbering, "num", "numId", lists);
        collect(numbering, "abstractNum", "abstractNumId", kinds);
        collect(styles, "style", "styleId", this.styles);
    }

    private static void collect(@Nullable Element part, String name, String key, Map<String, Element> into) {
        if (part != null) {
            for (Element element : Xml.children(part)) {
                String id = Xml.value(element, key);
                if (element.getLocalName().equals(name) && id != null) {
                    into.put(id, element);
                }
            }
        }
    }

    /** The mark before a paragraph with these properties, counted on; empty for none and for bullets. */
    String mark(@Nullable Element properties) {
        String style = Xml.value(properties, "val", "pStyle");
        String list = Xml.value(properties, "val", "numPr", "numId");
        Element level = Xml.child(properties, "numPr", "ilvl");
        Set<String> visited = new HashSet<>();
        for (String at = style; list == null && at != null && visited.add(at); ) {
            Element based = styles.get(at);
            list = Xml.value(based, "val", "pPr", "numPr", "numId");
            level = level != null ? level : Xml.child(based, "pPr", "numPr", "ilvl");
            at = Xml.value(based, "val", "basedOn");
        }
        Element found = list == null ? null : lists.get(list);
        return found == null || list.equals("0") ? "" : mark(list, found, depth(level, style, found));
    }

    private int depth(@Nullable Element level, @Nullable String style, Element list) {
        if (level != null || style == null) {
            return Math.min(LEVELS - 1, level == null ? 0 : Xml.number(level, 0));
        }
        Element kind = kind(list);
        for (int depth = 0; kind != null && depth < LEVELS; depth++) {
            if (style.equals(Xml.value(level(kind, depth), "val", "pStyle"))) {
                return depth;
            }
        }
        return 0;
    }

    private @Nullable Element kind(Element list) {
        Element kind = kinds.get(Xml.value(list, "val", "abstractNumId"));
        String linked = Xml.value(kind, "val", "numStyleLink");
        Element style = linked == null ? null : styles.get(linked);
        Element other = style == null ? null : lists.get(Xml.value(style, "val", "pPr", "numPr", "numId"));
        return other == null ? kind : kinds.get(Xml.value(other, "val", "abstractNumId"));
    }

    private String mark(String id, Element list, int depth) {
        Element kind = kind(list);
        Element level = override(list, depth) instanceof Element own && Xml.child(own, "lvl") != null
                ? Xml.child(own, "lvl") : kind == null ? null : level(kind, depth);
        if (kind == null || level == null) {
            return "";
        }
        int[] count = counts.computeIfAbsent(String.valueOf(Xml.value(kind, "abstractNumId")), key -> unstarted());
        Element restart = Xml.child(override(list, depth), "startOverride");
        if (restart != null && seen.add(id + ":" + depth)) {
            count[depth] = Xml.number(restart, 1);
        } else {
            count[depth] = count[depth] == UNSTARTED ? Xml.number(level, 1, "start") : count[depth] + 1;
        }
        for (int below = depth + 1; below < LEVELS; below++) {
            count[below] = UNSTARTED;
        }
        return written(kind, level, count);
    }

    private static int[] unstarted() {
        int[] count = new int[LEVELS];
        Arrays.fill(count, UNSTARTED);
        return count;
    }

    private static @Nullable Element level(Element kind, int depth) {
        return at(kind, "lvl", depth);
    }

    private static @Nullable Element override(Element list, int depth) {
        return at(list, "lvlOverride", depth);
    }

    private static @Nullable Element at(Element parent, String name, int depth) {
        String wanted = Integer.toString(depth);
        return Xml.children(parent).stream()
                .filter(child -> child.getLocalName().equals(name) && wanted.equals(Xml.value(child, "ilvl")))
                .findFirst().orElse(null);
    }

    private String written(Element kind, Element level, int[] count) {
        String text = Xml.value(level, "val", "lvlText");
        if (text == null || "bullet".equals(Xml.value(level, "val", "numFmt"))) {
            return "";
        }
        boolean figures = Xml.on(level, "isLgl");
        for (int depth = 0; depth < LEVELS; depth++) {
            Element of = level(kind, depth);
            int number = count[depth] == UNSTARTED ? Xml.number(of, 1, "start") : count[depth];
            boolean own = String.valueOf(depth).equals(Xml.value(level, "ilvl"));
            String format = figures ? "decimal" : Xml.value(own ? level : of, "val", "numFmt");
            text = text.replace("%" + (depth + 1), number(number, format == null ? "decimal" : format));
        }
        return text;
    }

    private String number(int number, String format) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand" ->
                numerals.chinese(number);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> numerals.plain(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number >= 1 && number <= 20 ? Character.toString(0x2460 + number - 1) : Integer.toString(number);
            case "decimalFullWidth" -> Integer.toString(number).chars()
                    .mapToObj(c -> Character.toString(c - '0' + 0xFF10)).reduce("", String::concat);
            case "decimalZero" -> "%02d".formatted(number);
            case "lowerLetter" -> letter(number, 'a');
            case "upperLetter" -> letter(number, 'A');
            default -> Integer.toString(number);
        };
    }

    private static String letter(int number, char first) {
        return Character.toString(first + Math.floorMod(number - 1, 26)).repeat(Math.max(1, (number + 25) / 26));
    }
}
