package org.sanban.people;

/** What a typed text may contain: anything but control characters and broken characters (lone surrogates). */
public final class Plain {

    public static final String LINE = "[^\\p{Cc}\\p{Cs}]*";
    public static final String LINES = "[[^\\p{Cc}\\p{Cs}]\\n\\r\\t]*";
    public static final String PHONE = "[0-9+()\\- ]*";
    public static final String CODE = "[A-Za-z0-9_-]+";
    public static final String REFUSED = "{people.refusal.characters}";

    private Plain() {}
}
