package org.sanban.layout;

import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** A character that no font of this office has: nothing is printed without it. */
public final class GlyphMissing extends Refused {

    private static final long serialVersionUID = 1L;

    private final int character;
    private final transient Place place;

    GlyphMissing(int character, Place place) {
        super(Objection.of("layout.refusal.no-glyph", Character.toString(character), "U+%04X".formatted(character), place.at() + 1).at(place.element()));
        this.character = character;
        this.place = place;
    }

    public int character() {
        return character;
    }

    public Place place() {
        return place;
    }
}
