package org.sanban.layout;

import org.sanban.layout.fonts.Typeface;

/**
 * A character to be set, with the width it takes on the line in mm.
 *
 * @param unit one that stays with the number before it
 */
record Letter(int character, Typeface face, Type type, double width, boolean unit, Place place) {

    static final String NOT_FIRST = "，。、；：？！）》〉」』】〕’”…—·％‰℃～,.;:?!)]}%";
    static final String NOT_LAST = "（《〈「『【〔‘“([{";

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
        boolean digit = character >= '0' && character <= '9';
        return joins(next) || digit && next.unit;
    }

    /** What every program keeps on one line: Latin words, dashes and dots in pairs. */
    boolean joins(Letter next) {
        boolean pair = character == next.character && (character == '—' || character == '…');
        return pair || latin(character) && latin(next.character);
    }

    private static boolean latin(int c) {
        return c > ' ' && c < 0x7F;
    }

    double advance() {
        return face.glyph(character).advance() * type.size();
    }
}
