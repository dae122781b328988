package org.sanban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of the trail as verification reads it, with all that enters its hash. */
record Link(
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
        byte[] hash) {

    static final String COLUMNS =
            "subject_kind, subject_id, seq, form, at, actor, on_behalf_of, what, detail, client, prev_hash, hash";

    static Link of(ResultSet row) throws SQLException {
        long principal = row.getLong(7);
        boolean nobody = row.wasNull();
        return new Link(
                new SubjectRef(row.getString(1), row.getLong(2)),
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

    /** Would this line have its hash if it stood at {@code place}? */
    boolean belongsAt(long place) {
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

    boolean follows(byte[] previous) {
        return Arrays.equals(prevHash, previous);
    }
}
