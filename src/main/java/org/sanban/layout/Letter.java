package org.sanban.layout;

import org.sanban.layout.fonts.Typeface;

/**
 * A character to be set, with the width it takes on the line in mm.
 *
 * @param unit one that stays with the number before it
 */
record Letter(int character, Typeface face, Type type, double width, boolean unit, Place place) {

    private static final String NOT_FIRST = "，。、；：？！）》〉」』】〕’”…—·％‰℃～,.;:?!)]}%";
    private static final String NOT_LAST = "（《〈「『【〔‘“([{";

    boolean mayBegin() {
        return NOT_FIRST.indexOf(character) < 0;
    }

    boolean mayEnd() {
        return NOT_LAST.indexOf(character) < 0;
    }

    boolean space() {
        return character == ' ' || character == 0x3000 || character == 0xA0;
    }

    /** Must it stand on one line with the next? Numbers with their unit, Latin words, dashes and dots in pairs. */
    boolean holds(Letter next) {
        if (character == next.character && (character == '—' || character == '…')) {
            return true;
        }
        boolean digit = character >= '0' && character <= '9';
        return latin(character) && latin(next.character) || digit && next.unit;
    }

    private static boolean latin(int c) {
        return c > ' ' && c < 0x7F;
    }

    double advance() {
        return face.glyph(character).advance() * type.size();
    }
}
