package org.sanban.wire;

import org.jspecify.annotations.Nullable;

/** What a wired connection is, beside a connection. */
interface Waiting {

    void later(String sql, @Nullable Object... values);
}
