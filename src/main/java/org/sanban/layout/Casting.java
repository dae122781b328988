package org.sanban.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanban.layout.fonts.FontRole;
import org.sanban.layout.fonts.Fonts;
import org.sanban.layout.fonts.Typeface;

/** Turns text into letters of the fonts of this office, and keeps an account of every font that stood in for another. */
final class Casting {

    private record Key(FontRole role, String font, boolean whole) {}

    private record Found(StringBuilder characters, Place first) {}

    private static final double WIDE = 0.75;
    private static final String WIDE_MARKS = "“”‘’…—～·";
    private static final String HALF = " .,:;-/()[]";

    private final Fonts fonts;
    private final String units;
    private final Map<Key, Found> standIns = new LinkedHashMap<>();

    Casting(Fonts fonts, Figures figures) {
        this.fonts = fonts;
        this.units = figures.text("words.units");
    }

    List<Letter> letters(String text, Type type, String element) {
        return letters(text, type, element, 0);
    }

    /**
     * @param from where the text begins in its element
     * @throws GlyphMissing where no font has a character
     */
    List<Letter> letters(String text, Type type, String element, int from) {
        List<Letter> letters = new ArrayList<>(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at) == '\t' ? ' ' : text.codePointAt(at);
            if (!Character.isISOControl(character) && Character.getType(character) != Character.FORMAT) {
                letters.add(letter(character, type, new Place(element, from + at)));
            }
        }
        return letters;
    }

    private Letter letter(int character, Type type, Place place) {
        Fonts.Choice choice = fonts.of(type.role(), character).orElseThrow(() -> new GlyphMissing(character, place));
        if (!choice.own() || !choice.first()) {
            Key key = new Key(type.role(), choice.face().name(), choice.first());
            Found found = standIns.computeIfAbsent(key, k -> new Found(new StringBuilder(), place));
            String one = Character.toString(character);
            if (!choice.first() && found.characters().indexOf(one) < 0) {
                found.characters().append(one);
            }
        }
        return new Letter(character, choice.face(), type, width(character, choice.face(), type), units.indexOf(character) >= 0, place);
    }

    private static double width(int character, Typeface face, Type type) {
        double own = face.glyph(character).advance();
        if (character >= 0x2E80 || WIDE_MARKS.indexOf(character) >= 0 || character >= 0x7F && own > WIDE) {
            return type.cell();
        }
        boolean half = character >= '0' && character <= '9' || HALF.indexOf(character) >= 0;
        return half ? type.cell() / 2 : Math.max(type.cell() / 2, own * type.size());
    }

    List<Substitution> substitutions() {
        return standIns.entrySet().stream()
                .map(e -> new Substitution(e.getKey().role(), e.getKey().font(), e.getValue().characters().toString(), e.getValue().first()))
                .toList();
    }
}
