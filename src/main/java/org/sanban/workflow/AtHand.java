package org.sanban.workflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.wire.Wire;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows of the engine that one transaction has read or made, each once, however often it is read. What was changed is found
 * by comparing with what was read, and sent at the commit at the latest.
 */
final class AtHand implements TransactionSynchronization {

    private record Key(Table<?> table, Object value) {}

    /** A row, and what of it the database has: nothing where it was made here and not sent yet. */
    private static final class Line<T> {

        private final Table<T> table;
        private final T row;
        private @Nullable Object @Nullable [] stored;

        private Line(Table<T> table, T row, @Nullable Object @Nullable [] stored) {
            this.table = table;
            this.row = row;
            this.stored = stored;
        }

        private boolean made() {
            return stored == null;
        }

        /** Brings it up to date with what was read again, unless it was changed here. */
        private void refresh(@Nullable Object[] read) {
            if (stored != null && !Arrays.equals(stored, read) && Arrays.equals(stored, table.values(row))) {
                table.fill(row, read);
                stored = read;
            }
        }

        private void send(Wire wire) {
            stored = stored == null ? table.insert(wire, row) : table.update(wire, row, stored);
        }
    }

    private final Map<Key, Line<?>> lines = new LinkedHashMap<>();
    private final Wire wire;

    private AtHand(Wire wire) {
        this.wire = wire;
    }

    /** That of the present transaction; outside of one, that of a single read. */
    static AtHand now(Wire wire) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new AtHand(wire);
        }
        AtHand now = (AtHand) TransactionSynchronizationManager.getResource(AtHand.class);
        if (now == null) {
            now = new AtHand(wire);
            now.resume();
            TransactionSynchronizationManager.registerSynchronization(now);
        }
        return now;
    }

    <T> T read(Table<T> table, @Nullable Object[] values) {
        Key key = new Key(table, table.key(values));
        Line<T> line = line(key);
        if (line == null) {
            line = new Line<>(table, table.made(values), values);
            lines.put(key, line);
        } else {
            line.refresh(values);
        }
        return line.row;
    }

    <T> Optional<T> known(Table<T> table, Object key) {
        return Optional.ofNullable(this.<T>line(new Key(table, key))).map(line -> line.row);
    }

    /** A row that was made; one that is known already stays what it is. */
    <T> void add(Table<T> table, T row) {
        lines.putIfAbsent(new Key(table, table.key(row)), new Line<>(table, row, null));
    }

    @SuppressWarnings("unchecked")
    private <T> @Nullable Line<T> line(Key key) {
        return (Line<T>) lines.get(key);
    }

    /** Sends what was made, table by table, and then what was changed; whoever reads in this transaction reads what is so. */
    void send() {
        List<Line<?>> made = lines.values().stream().filter(Line::made).toList();
        List<Line<?>> read = lines.values().stream().filter(line -> !line.made()).toList();
        made.stream().map(line -> line.table).distinct().forEach(table -> made.stream().filter(line -> line.table == table).forEach(line -> line.send(wire)));
        read.forEach(line -> line.send(wire));
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!readOnly) {
            send();
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(AtHand.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(AtHand.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(AtHand.class);
    }
}
