package org.sanban.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of {@link Act}, each with the noun under which pages and API take it. */
public enum Doing {
    COMPLETION("completions"),
    RETURN("returns"),
    WITHDRAWAL("withdrawals"),
    FORWARDING("forwardings"),
    ERRAND("errands"),
    RECALL("recalls"),
    SIGNERS("signers"),
    REMOVAL("removals"),
    CIRCULATION("circulations"),
    SKIP("skips"),
    URGE("urges"),
    CLAIM("claims"),
    RELEASE("releases"),
    STOP("stops"),
    RESUMPTION("resumptions"),
    EXTENSION("extensions"),
    DECISION("decisions"),
    JUMP("jumps"),
    VOIDING("voidings"),
    REOPENING("reopenings"),
    CORRECTION("corrections");

    private final String noun;

    Doing(String noun) {
        this.noun = noun;
    }

    /** Last part of its path, e.g. {@code returns}. */
    public String noun() {
        return noun;
    }

    /** Message key of the verb on its button. */
    public String key() {
        return "workflow.do." + name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Doing> of(String noun) {
        return Arrays.stream(values()).filter(d -> d.noun.equals(noun)).findFirst();
    }
}
