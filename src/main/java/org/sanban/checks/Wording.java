package org.sanban.checks;

import java.util.Locale;

/** A text in both languages. */
public record Wording(String zh, String en) {

    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
