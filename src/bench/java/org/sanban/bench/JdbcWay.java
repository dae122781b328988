package org.sanban.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The floor: what sound work costs at the least. A paper, its steps and an append-only history, the paper locked first, five
 * statements and a commit a step, by hand. No rights, no clocks, no audit chain, no search, no notices.
 */
final class JdbcWay implements Contestant {

    private static final String TASK = "insert into step (paper, step, holder, due_at) values (?, ?, ?, ?)";
    private static final String EVENT = "insert into event (paper, step, kind, actor, opinion) values (?, ?, ?, ?, ?)";

    private record Paper(long id, long no) {}

    private record Task(long id, int step, int holder) {}

    private final DataSource source;

    JdbcWay(DataSource source) {
        this.source = source;
        work(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                        create table paper (id bigint generated always as identity primary key, no bigint not null unique, title text not null,
                          step smallint not null, pending smallint not null, round smallint not null default 1, version int not null default 0,
                          created_at timestamptz not null default now(), closed_at timestamptz);
                        create table step (id bigint generated always as identity primary key, paper bigint not null references paper,
                          step smallint not null, holder int not null, opened_at timestamptz not null default now(), due_at timestamptz not null,
                          done_at timestamptz, opinion text);
                        create index on step (paper);
                        create index on step (holder, due_at, id) where done_at is null;
                        create table event (id bigint generated always as identity primary key, paper bigint not null, step bigint, kind smallint not null,
                          actor int not null, at timestamptz not null default now(), opinion text);
                        create index on event (paper);""");
            }
            return null;
        });
    }

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public Object start(long no) {
        return work(connection -> {
            long id;
            try (PreparedStatement paper = connection.prepareStatement("insert into paper (no, title, step, pending) values (?, ?, 0, 1) returning id")) {
                id = number(set(paper, no, Who.title(no)));
            }
            update(connection, TASK, id, 0, Who.person(no, 0), Timestamp.from(Who.due(no, 0)));
            update(connection, EVENT, id, null, 0, Who.person(no, 0), null);
            return new Paper(id, no);
        });
    }

    @Override
    public List<Open> open(Object paper) {
        return work(connection -> {
            List<Open> open = new ArrayList<>();
            try (PreparedStatement tasks = connection.prepareStatement("select id, step, holder from step where paper = ? and done_at is null order by id");
                    ResultSet row = set(tasks, ((Paper) paper).id).executeQuery()) {
                while (row.next()) {
                    open.add(new Open(new Task(row.getLong(1), row.getInt(2), row.getInt(3)), Who.STEPS.get(row.getInt(2)), paper));
                }
            }
            return open;
        });
    }

    @Override
    public void finish(Open open, boolean back) {
        Paper paper = (Paper) open.paper();
        Task task = (Task) open.task();
        work(connection -> {
            long pending;
            try (PreparedStatement lock = connection.prepareStatement("select pending from paper where id = ? for update")) {
                pending = number(set(lock, paper.id));
            }
            if (update(connection, "update step set done_at = now(), opinion = ? where id = ? and done_at is null", Who.OPINION, task.id) != 1) {
                throw new IllegalStateException("done already");
            }
            int next = back ? 0 : task.step + 1;
            int holders = pending > 1 ? 0 : next == 2 ? 3 : next == 9 ? 0 : 1;
            if (holders > 0) {
                try (PreparedStatement tasks = connection.prepareStatement(TASK)) {
                    for (int n : IntStream.range(0, holders).toArray()) {
                        set(tasks, paper.id, next, Who.person(paper.no, holders == 1 ? next : 20 + n), Timestamp.from(Who.due(paper.no, next))).addBatch();
                    }
                    tasks.executeBatch();
                }
            }
            boolean last = pending == 1;
            update(connection, "update paper set version = version + 1, step = ?, pending = ?, round = round + ?, closed_at = case when ? then now() end where id = ?",
                    last ? next : task.step, last ? holders : pending - 1, back ? 1 : 0, last && next == 9, paper.id);
            update(connection, EVENT, paper.id, task.id, back ? 2 : 1, task.holder, Who.OPINION);
            return null;
        });
    }

    private interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    private <T extends @Nullable Object> T work(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            statement.setObject(n + 1, values[n]);
        }
        return statement;
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return set(statement, values).executeUpdate();
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
