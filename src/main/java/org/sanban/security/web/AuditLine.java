package org.sanban.security.web;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Trail;
import org.sanban.people.Directory;

/** A line of the trail with the names of the persons in it. {@code actor} is null for the system itself. */
public record AuditLine(
        Instant at, String subject, long seq, @Nullable String actor, @Nullable String onBehalfOf, String what, String detail,
        String client, String hash) {

    static List<AuditLine> of(Collection<Trail.Entry> entries, Directory directory) {
        Set<Long> ids = new LinkedHashSet<>();
        entries.forEach(entry -> {
            ids.add(entry.actor());
            if (entry.onBehalfOf() != null) {
                ids.add(entry.onBehalfOf());
            }
        });
        Map<Long, Directory.Entry> names = directory.persons(ids);
        return entries.stream().map(entry -> of(entry, names)).toList();
    }

    private static AuditLine of(Trail.Entry entry, Map<Long, Directory.Entry> names) {
        return new AuditLine(
                entry.at(), entry.subject().toString(), entry.seq(), name(entry.actor(), names), name(entry.onBehalfOf(), names),
                entry.what(), entry.detail(), entry.client(), entry.hash());
    }

    private static @Nullable String name(@Nullable Long id, Map<Long, Directory.Entry> names) {
        if (id == null || id == 0) {
            return null;
        }
        Directory.Entry person = names.get(id);
        return person == null ? "#" + id : person.name();
    }
}
