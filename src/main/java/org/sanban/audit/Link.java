package org.sanban.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One line of the trail as verification reads it: where it stands and its hash, and by its form what else enters that. */
sealed interface Link {

    String COLUMNS = "subject_kind, subject_id, seq, form, at, actor, on_behalf_of, what, detail, client, prev_hash, hash, check_bits, told";

    SubjectRef subject();

    long seq();

    byte[] hash();

    /** Is what it says what was written, at {@code place}? */
    boolean belongsAt(long place);

    /** At {@code place}, after a line with the hash {@code previous}: is its hash the one that it had? */
    boolean follows(long place, byte[] previous);

    static Link of(ResultSet row) throws SQLException {
        SubjectRef subject = new SubjectRef(row.getString(1), row.getLong(2));
        if (row.getArray(14) != null) {
            String[] told = (String[]) row.getArray(14).getArray();
            return new Borne(subject, row.getLong(3), row.getInt(4), Arrays.asList(told), row.getInt(13), row.getBytes(12));
        }
        long principal = row.getLong(7);
        boolean nobody = row.wasNull();
        return new Own(
                subject,
                row.getLong(3),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getLong(6),
                nobody ? null : principal,
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getBytes(11),
                row.getBytes(12));
    }

    /** A row of the trail's own. Its hash is over all it says and the hash before, which it keeps. */
    record Own(
            SubjectRef subject,
            long seq,
            int form,
            Instant at,
            long actor,
            @Nullable Long onBehalfOf,
            String what,
            String detail,
            String client,
            byte[] prevHash,
            byte[] hash)
            implements Link {

        @Override
        public boolean belongsAt(long place) {
            byte[] expected = new Canonical()
                    .add("sanban.audit." + form)
                    .add(subject.kind())
                    .add(subject.id())
                    .add(place)
                    .add(at)
                    .add(actor)
                    .add(onBehalfOf)
                    .add(what)
                    .add(detail)
                    .add(client)
                    .add(prevHash)
                    .sha256();
            return Arrays.equals(expected, hash);
        }

        @Override
        public boolean follows(long place, byte[] previous) {
            return Arrays.equals(prevHash, previous) && belongsAt(place);
        }
    }

    /**
     * A row of another module ({@link Carried}). Its hash is over the hash of what it says and the hash before.
     *
     * @param form 2, with the names and without what is empty; or 3, as PostgreSQL sends a record
     * @param told names and values by turns
     * @param check the first bits of the hash of what it says: they prove nothing, they tell which of two neighbours was altered
     */
    record Borne(SubjectRef subject, long seq, int form, List<@Nullable String> told, int check, byte[] hash) implements Link {

        private byte[] says(long place) {
            if (form == 3) {
                byte[] where = Canonical.record(List.of("sanban.audit.3", subject.kind(), Long.toString(subject.id()), Long.toString(place)));
                return Canonical.sha256(where, Canonical.record(IntStream.range(0, told.size() / 2).mapToObj(n -> told.get(2 * n + 1)).toList()));
            }
            Canonical values = new Canonical();
            for (int n = 0; n + 1 < told.size(); n += 2) {
                String value = told.get(n + 1);
                if (value != null) {
                    values.add(String.valueOf(told.get(n))).add(value);
                }
            }
            return new Canonical().add("sanban.audit." + form).add(subject.kind()).add(subject.id()).add(place).add(values.bytes()).sha256();
        }

        @Override
        public boolean belongsAt(long place) {
            return ByteBuffer.wrap(says(place)).getInt() == check;
        }

        @Override
        public boolean follows(long place, byte[] previous) {
            return Arrays.equals(hashAfter(place, previous), hash);
        }

        byte[] hashAfter(long place, byte[] previous) {
            return form == 3 ? Canonical.sha256(says(place), previous) : new Canonical().add(says(place)).add(previous).sha256();
        }
    }
}
