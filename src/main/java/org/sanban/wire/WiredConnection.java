package org.sanban.wire;

import jakarta.persistence.OptimisticLockException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.exception.internal.SQLStateConversionDelegate;
import org.hibernate.exception.internal.StandardSQLExceptionConverter;
import org.hibernate.exception.spi.SQLExceptionConverter;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A connection with a queue. What waits is put in front of the next statement and the driver sends both at once: the database
 * works on them one after the other, each with a snapshot of its own, and stops at the first that it refuses. A commit sends
 * what still waits before it, a rollback forgets it.
 *
 * <p>A transaction that only reads, at the isolation that is usual here, is told to the database only where it does more than select: each
 * of its statements has a snapshot of its own in any case, so beginning and committing would cost a round trip and change nothing.
 */
final class WiredConnection implements InvocationHandler {

    /** Between two statements that are sent together. */
    static final String BETWEEN = ";\n";

    private static final int MOST = 60;
    private static final List<String> WRITING = List.of("insert ", "update ", "delete ", " for update", " for share");
    private static final String CHANGED = "somebody else changed the row meanwhile";
    private static final Part COMMIT = new Part("commit", List.of(), -1);
    private static final SQLExceptionConverter REFUSALS = new StandardSQLExceptionConverter(new SQLStateConversionDelegate(() -> refusal -> null));

    final Connection real;
    private List<Part> waiting = new ArrayList<>();
    /** Nothing was said of a transaction yet: the real connection commits each statement by itself. */
    private boolean untold;

    private WiredConnection(Connection real) {
        this.real = real;
    }

    static Connection over(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                WiredConnection.class.getClassLoader(), new Class<?>[] {Connection.class, Waiting.class}, new WiredConnection(real));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws SQLException {
        switch (method.getName()) {
            case "add" -> {
                add((Part) arguments[0]);
                return null;
            }
            case "setReadOnly" -> {
                Part.call(real, method, arguments);
                untold((Boolean) arguments[0]);
                return null;
            }
            case "getAutoCommit" -> {
                return !untold && real.getAutoCommit();
            }
            case "prepareStatement" -> {
                if (!onlySelects((String) arguments[0])) {
                    tell();
                }
                boolean keys = arguments.length == 2;
                if (!keys) {
                    return WiredStatement.over((Connection) self, this, (String) arguments[0], method, arguments);
                }
                send();
            }
            case "commit" -> {
                if (untold) {
                    return null;
                }
                sendAndCommit();
            }
            case "rollback", "close", "abort" -> {
                waiting = new ArrayList<>();
                if (untold && method.getName().equals("rollback")) {
                    return null;
                }
            }
            case "createStatement", "prepareCall", "setSavepoint", "setAutoCommit", "setTransactionIsolation", "unwrap" -> {
                tell();
                send();
            }
            case "equals" -> {
                return self == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(self);
            }
            default -> {}
        }
        return Part.call(real, method, arguments);
    }

    private static boolean onlySelects(String sql) {
        return (sql.startsWith("select ") || sql.startsWith("with ")) && WRITING.stream().noneMatch(sql::contains);
    }

    private void untold(boolean reads) throws SQLException {
        if (reads != untold) {
            real.setAutoCommit(reads);
            untold = reads;
        }
    }

    /** From here on there is a transaction in the database too, and it refuses what does not only read. */
    void tell() throws SQLException {
        untold(false);
    }

    boolean mayWait() throws SQLException {
        return !real.getAutoCommit();
    }

    void add(Part part) throws SQLException {
        tell();
        waiting.add(part);
        if (waiting.size() >= MOST) {
            send();
        }
    }

    /** What waits, to be sent by whoever takes it. */
    List<Part> take() {
        List<Part> taken = Part.joined(waiting);
        waiting = new ArrayList<>();
        return taken;
    }

    void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Part> parts = take();
        try (PreparedStatement together = real.prepareStatement(text(parts))) {
            set(together, parts);
            run(together);
            for (Part part : parts) {
                keep(part, together);
                together.getMoreResults();
            }
        }
    }

    /**
     * What waits and the commit, in one round trip: after a refusal the database does not come to the commit. Thrown as Hibernate
     * says it, for it is Hibernate that commits, and Spring translates that.
     */
    private void sendAndCommit() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Part> parts = new ArrayList<>(take().stream().map(Part::insisting).toList());
        parts.add(COMMIT);
        try (PreparedStatement together = real.prepareStatement(text(parts))) {
            set(together, parts);
            together.execute();
        } catch (SQLException e) {
            throw Part.BROKEN.equals(e.getSQLState()) ? new OptimisticLockException(CHANGED, e) : REFUSALS.convert(e, "refused at the commit", text(parts));
        }
    }

    /** Statements among which one may say that a promise is broken. */
    static void run(PreparedStatement together) throws SQLException {
        try {
            together.execute();
        } catch (SQLException e) {
            if (Part.BROKEN.equals(e.getSQLState())) {
                throw new OptimisticLockingFailureException(CHANGED, e);
            }
            throw e;
        }
    }

    static String text(List<Part> parts) {
        return parts.stream().map(Part::sql).collect(Collectors.joining(BETWEEN));
    }

    /** @return the place after the last value */
    static int set(PreparedStatement statement, List<Part> parts) throws SQLException {
        int place = 1;
        for (Part part : parts) {
            for (Part.Setter value : part.values()) {
                value.on(statement, place++);
            }
        }
        return place;
    }

    /** Keeps what was promised when the part began to wait. */
    static void keep(Part part, PreparedStatement at) throws SQLException {
        if (part.rows() >= 0 && part.changes() && at.getUpdateCount() != part.rows()) {
            throw new OptimisticLockingFailureException(CHANGED + ": " + part.sql());
        }
    }
}
