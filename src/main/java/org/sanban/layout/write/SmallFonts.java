package org.sanban.layout.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sanban.layout.Page;
import org.sanban.layout.Run;
import org.sanban.layout.Sheet;
import org.sanban.layout.fonts.SmallFont;
import org.sanban.layout.fonts.Typeface;

/** The small fonts of one sheet, by the font that their shapes come from. */
record SmallFonts(Map<Typeface, SmallFont> all) {

    static SmallFonts of(Sheet sheet) {
        Map<Typeface, SortedSet<Integer>> used = new LinkedHashMap<>();
        for (Page page : sheet.pages()) {
            for (Run run : page.runs()) {
                SortedSet<Integer> characters = used.computeIfAbsent(run.face(), face -> new TreeSet<>());
                run.text().codePoints().forEach(characters::add);
            }
        }
        Map<Typeface, SmallFont> all = new LinkedHashMap<>();
        used.forEach((face, characters) -> all.put(face, new SmallFont(face, characters, "Sanban-" + (all.size() + 1))));
        return new SmallFonts(all);
    }
}
