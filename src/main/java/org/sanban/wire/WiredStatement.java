package org.sanban.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is made when it is executed, behind what waits then. A batch of inserts, updates or deletes waits itself:
 * each row is promised to be touched once, and the promise is looked after when it is sent.
 */
final class WiredStatement implements InvocationHandler {

    private record Option(Method method, Object[] arguments) {}

    private final Connection face;
    private final WiredConnection connection;
    private final String sql;
    private final Method prepare;
    private final Object[] how;
    private final Map<Integer, Part.Setter> values = new TreeMap<>();
    private final List<Option> options = new ArrayList<>();
    private final List<List<Part.Setter>> batch = new ArrayList<>();
    private @Nullable PreparedStatement real;
    private boolean alone;
    private boolean closed;

    private WiredStatement(Connection face, WiredConnection connection, String sql, Method prepare, Object[] how) {
        this.face = face;
        this.connection = connection;
        this.sql = sql;
        this.prepare = prepare;
        this.how = how;
    }

    static PreparedStatement over(Connection face, WiredConnection connection, String sql, Method prepare, Object[] how) {
        return (PreparedStatement) Proxy.newProxyInstance(
                WiredStatement.class.getClassLoader(), new Class<?>[] {PreparedStatement.class},
                new WiredStatement(face, connection, sql, prepare, how));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws SQLException {
        String name = method.getName();
        if (name.startsWith("set") && arguments != null) {
            return note(method, arguments);
        }
        return switch (name) {
            case "addBatch" -> {
                batch.add(List.copyOf(values.values()));
                yield null;
            }
            case "clearBatch" -> {
                batch.clear();
                yield null;
            }
            case "clearParameters" -> {
                values.clear();
                yield null;
            }
            case "executeBatch", "executeLargeBatch" -> executeBatch(method);
            case "executeQuery" -> {
                execute();
                yield Objects.requireNonNull(real).getResultSet();
            }
            case "execute" -> {
                execute();
                yield Objects.requireNonNull(real).getUpdateCount() < 0;
            }
            case "executeUpdate" -> {
                execute();
                yield Objects.requireNonNull(real).getUpdateCount();
            }
            case "executeLargeUpdate" -> {
                execute();
                yield Objects.requireNonNull(real).getLargeUpdateCount();
            }
            case "close" -> {
                closed = true;
                if (real != null) {
                    real.close();
                }
                yield null;
            }
            case "isClosed" -> closed;
            case "getConnection" -> face;
            case "getWarnings" -> real == null ? null : real.getWarnings();
            case "clearWarnings" -> null;
            case "equals" -> self == Objects.requireNonNull(arguments)[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> sql;
            default -> Part.call(real == null ? made(sql) : real, method, arguments);
        };
    }

    private @Nullable Object note(Method method, Object[] arguments) throws SQLException {
        boolean value = arguments.length > 1 && arguments[0] instanceof Integer;
        if (value) {
            values.put((Integer) arguments[0], Part.recorded(method, arguments));
        } else {
            options.add(new Option(method, arguments));
            alone |= method.getName().equals("setFetchSize");
            if (real != null) {
                Part.call(real, method, arguments);
            }
        }
        return null;
    }

    /** Behind what waits; read in pieces it cannot be, then that is sent before. */
    private void execute() throws SQLException {
        if (alone) {
            connection.tell();
            connection.send();
        }
        List<Part> before = connection.take();
        List<Part> all = new ArrayList<>(before);
        all.add(new Part(sql, List.copyOf(values.values()), -1));
        PreparedStatement together = made(WiredConnection.text(all));
        WiredConnection.set(together, all);
        if (before.isEmpty()) {
            together.execute();
        } else {
            WiredConnection.run(together);
        }
        for (Part part : before) {
            WiredConnection.keep(part, together);
            together.getMoreResults();
        }
    }

    private PreparedStatement made(String text) throws SQLException {
        if (real != null) {
            real.close();
        }
        Object[] arguments = how.clone();
        arguments[0] = text;
        PreparedStatement made = (PreparedStatement) Part.call(connection.real, prepare, arguments);
        real = made;
        for (Option option : options) {
            Part.call(made, option.method(), option.arguments());
        }
        return made;
    }

    private Object executeBatch(Method method) throws SQLException {
        List<List<Part.Setter>> rows = List.copyOf(batch);
        batch.clear();
        if (connection.mayWait() && !sql.contains(" on conflict ")) {
            for (List<Part.Setter> row : rows) {
                connection.add(new Part(sql, row, 1));
            }
            long[] promised = new long[rows.size()];
            Arrays.fill(promised, 1);
            return method.getName().equals("executeBatch") ? Arrays.stream(promised).mapToInt(n -> (int) n).toArray() : promised;
        }
        connection.send();
        PreparedStatement together = made(sql);
        for (List<Part.Setter> row : rows) {
            WiredConnection.set(together, List.of(new Part(sql, row, -1)));
            together.addBatch();
        }
        return Part.call(together, method, null);
    }
}
