package org.sanban.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Issue numbers of other bodies that no test has had before: the house refuses the same number twice. */
public final class DocNumbers {

    /** Above what the sample office and the tests write out themselves. */
    private static final AtomicInteger LAST = new AtomicInteger(10_000);

    private DocNumbers() {}

    /** For example {@code 岭财函〔2026〕10001号}. */
    public static String of(String code) {
        return code + "〔2026〕" + LAST.incrementAndGet() + "号";
    }
}
