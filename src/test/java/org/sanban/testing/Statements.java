package org.sanban.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what one thread sends to the database while it is asked to. Numbers drawn from sequences are left out: they are drawn
 * fifty at a time, so they would come in one of fifty counts.
 */
public final class Statements {

    private static final String TOGETHER_WITH_COMMIT = ";\ncommit";
    private static final ThreadLocal<@Nullable Statements> COUNTING = new ThreadLocal<>();

    /** Every statement sent, a batch as often as it has rows, one by one those that were sent together. */
    public final List<String> sql = new ArrayList<>();
    /** How often the thread waited for an answer, commits among them. */
    public int roundTrips;
    /** The last statement brought its commit along: the driver knows, and has nothing to send when it is told to commit. */
    private boolean committed;

    private Statements() {}

    /** What {@code act} sent on this thread. */
    public static Statements of(Runnable act) {
        Statements counted = new Statements();
        COUNTING.set(counted);
        try {
            act.run();
        } finally {
            COUNTING.remove();
        }
        return counted;
    }

    @Override
    public String toString() {
        return sql.size() + " statements, " + roundTrips + " round trips\n" + String.join("\n", sql);
    }

    private void sent(String statement, int rows) {
        List<String> asked = Stream.of(statement.split(";\n")).filter(s -> !s.startsWith("select nextval") && !s.equals("commit")).toList();
        committed = statement.endsWith(TOGETHER_WITH_COMMIT);
        if (!asked.isEmpty()) {
            for (int n = 0; n < rows; n++) {
                sql.addAll(asked);
            }
            roundTrips++;
        }
    }

    static final class Source extends DelegatingDataSource {

        Source(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            Statements counting = COUNTING.get();
            return counting == null ? real : counted(real, counting);
        }
    }

    private static Connection counted(Connection real, Statements counting) {
        return proxy(Connection.class, (method, args) -> {
            if (method.getName().equals("commit") && !counting.committed) {
                counting.roundTrips++;
            }
            Object answer = call(real, method, args);
            return method.getName().equals("prepareStatement") ? counted((PreparedStatement) answer, (String) args[0], counting) : answer;
        });
    }

    private static PreparedStatement counted(PreparedStatement real, String sql, Statements counting) {
        int[] batch = new int[1];
        return proxy(PreparedStatement.class, (method, args) -> {
            switch (method.getName()) {
                case "addBatch" -> batch[0]++;
                case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> counting.sent(sql, 1);
                case "executeBatch", "executeLargeBatch" -> {
                    counting.sent(sql, batch[0]);
                    batch[0] = 0;
                }
                default -> {}
            }
            return call(real, method, args);
        });
    }

    private interface Call {
        @Nullable Object answer(Method method, Object[] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> call.answer(method, args)));
    }

    private static @Nullable Object call(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
