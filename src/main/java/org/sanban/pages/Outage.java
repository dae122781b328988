package org.sanban.pages;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What fails for a while and by nobody's mistake: the database is stopped, switched over or full; a disk has no room for what is sent. */
final class Outage {

    /** Beside class 08 (the connection): stopped, crashed, starting; no room, memory or connection left. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53100", "53200", "53300");

    private Outage() {}

    /** The database does not answer. Whether it carried out what was asked is not known; the same form may be sent again. */
    static boolean ofDatabase(Throwable cause) {
        return any(cause, c -> c instanceof CannotCreateTransactionException || c instanceof CannotGetJdbcConnectionException
                || c instanceof SQLTransientConnectionException || c instanceof SQLException sql && isOut(sql.getSQLState()));
    }

    private static boolean isOut(@Nullable String state) {
        return state != null && (state.startsWith("08") || STATES.contains(state));
    }

    /** A disk is full. */
    static boolean ofRoom(Throwable cause) {
        return any(cause, c -> c instanceof IOException io && noRoom(io instanceof FileSystemException file && file.getReason() != null ? file.getReason() : io.getMessage()));
    }

    private static boolean noRoom(@Nullable String said) {
        return said != null && (said.contains("No space left") || said.contains("quota exceeded") || said.contains("not enough space"));
    }

    private static boolean any(Throwable cause, Predicate<Throwable> holds) {
        int depth = 0;
        for (Throwable c = cause; c != null && depth < 20; c = c.getCause()) {
            if (holds.test(c)) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
