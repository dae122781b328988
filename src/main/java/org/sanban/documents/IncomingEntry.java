package org.sanban.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.CalendarMissing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipt and registration in one go, with the files: all of it or nothing. */
@Service
public class IncomingEntry {

    /** @param number null where the paper was received only */
    public record Entered(long id, @Nullable String number) {}

    private final Incoming incoming;
    private final Attachments attachments;

    IncomingEntry(Incoming incoming, Attachments attachments) {
        this.incoming = incoming;
        this.attachments = attachments;
    }

    /**
     * @param registers false: received only, it waits for registration before {@code by}
     * @param override reason for registering what looks like a duplicate, or null
     */
    @Transactional
    public Entered enter(
            Receipt receipt, Particulars particulars, List<Upload> files, boolean registers, @Nullable String override, Actor by,
            Instant at, String requestId) {
        long id = received(receipt, particulars, registers, by, at, requestId);
        int n = 0;
        for (Upload file : files) {
            attachments.add(new SubjectRef(IncomingKind.KIND, id), file, by, at, requestId + "." + n++);
        }
        return new Entered(id, registers ? incoming.register(id, override, by, at, requestId + ".r") : null);
    }

    /** A calendar that is missing is not the clerk's mistake: it must not hide the clerk's own. */
    private long received(Receipt receipt, Particulars particulars, boolean registers, Actor by, Instant at, String requestId) {
        try {
            return incoming.receive(receipt, particulars, by, at, requestId);
        } catch (CalendarMissing noLimits) {
            List<Objection> all = new ArrayList<>(noLimits.objections());
            all.addAll(registers ? incoming.missing(receipt, particulars) : List.of());
            throw new Refused(all);
        }
    }
}
