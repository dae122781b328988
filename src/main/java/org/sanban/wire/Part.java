package org.sanban.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement with its values.
 *
 * @param values in their order
 * @param rows how many it was promised to touch, or -1 where nobody asked
 */
record Part(String sql, List<Setter> values, int rows) {

    /** What the database says where a promise is broken: the state of a division by zero. */
    static final String BROKEN = "22012";

    private static final String VALUES = " values ";

    /** Sets one value. {@code by} is where the statement's own places begin. */
    interface Setter {
        void on(PreparedStatement statement, int place) throws SQLException;
    }

    static Setter value(@Nullable Object value) {
        return value == null ? (statement, place) -> statement.setNull(place, Types.NULL) : (statement, place) -> statement.setObject(place, value);
    }

    /** A value whose type the database finds out from where it goes. */
    static Setter text(@Nullable String text) {
        return text == null ? value(null) : (statement, place) -> statement.setObject(place, text, Types.OTHER);
    }

    /** A setter that was called on a statement, to be called again. */
    static Setter recorded(Method method, Object[] arguments) {
        return (statement, place) -> {
            Object[] moved = arguments.clone();
            moved[0] = place;
            call(statement, method, moved);
        };
    }

    static Object call(Object on, Method method, Object @Nullable [] arguments) throws SQLException {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean changes() {
        return sql.startsWith("update ") || sql.startsWith("delete ");
    }

    /** The same, refused by the database itself where it does not touch as many rows as were promised. */
    Part insisting() {
        return rows < 0 || !changes() ? this
                : new Part("with touched as (" + sql + " returning 1) select 1 / (count(*) = " + rows + ")::int from touched", values, -1);
    }

    private boolean joins(Part next) {
        return rows > 0 && next.rows > 0 && next.sql.startsWith("insert into ") && next.sql.endsWith(")") && next.sql.contains(VALUES)
                && sql.startsWith(next.sql) && next.values.size() == places(next.sql) && values.size() % next.values.size() == 0;
    }

    private static int places(String sql) {
        return Math.toIntExact(sql.chars().filter(c -> c == '?').count());
    }

    /** Rows for the same table become one statement. */
    private Part with(Part next) {
        List<Setter> both = new ArrayList<>(values);
        both.addAll(next.values);
        return new Part(sql + "," + next.sql.substring(next.sql.indexOf(VALUES) + VALUES.length()), both, rows + next.rows);
    }

    static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            if (!joined.isEmpty() && joined.getLast().joins(part)) {
                joined.add(joined.removeLast().with(part));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
