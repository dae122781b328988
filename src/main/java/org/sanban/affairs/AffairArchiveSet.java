package org.sanban.affairs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.sanban.files.Attachments;
import org.sanban.people.Directory;
import org.sanban.workflow.spi.ArchiveSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes to the archive with an affair: what was asked, the feedback with its evidence, the result. */
@Component
class AffairArchiveSet implements ArchiveSet {

    private final AffairRows rows;
    private final FeedbackRows feedback;
    private final Attachments attachments;
    private final Directory directory;
    private final ZoneId zone;

    AffairArchiveSet(AffairRows rows, FeedbackRows feedback, Attachments attachments, Directory directory, @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.feedback = feedback;
        this.attachments = attachments;
        this.directory = directory;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return AffairKind.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Piece> pieces(long subjectId) {
        Affair a = rows.one(subjectId);
        boolean answered = feedback.of(subjectId).stream().anyMatch(f -> f.kind() == Feedback.Kind.FEEDBACK);
        return List.of(
                new Piece("affairs.archive.asked", true, a.instruction() != null || a.standard() != null),
                new Piece("affairs.archive.sheet", true, true),
                new Piece("affairs.archive.feedback", true, answered),
                new Piece("affairs.archive.evidence", false, attachments.countOf(a.ref()) > 0),
                new Piece("affairs.archive.result", true, a.result() != null));
    }

    @Override
    @Transactional(readOnly = true)
    public Description describe(long subjectId) {
        Affair a = rows.one(subjectId);
        Directory.UnitEntry unit = directory.unit(a.ownerUnit()).orElse(null);
        LocalDate on = LocalDate.ofInstant(Objects.requireNonNullElse(a.stamps().closed(), a.stamps().created()), zone);
        return new Description(
                a.title(), Objects.requireNonNullElse(a.number(), ""), unit == null ? "" : unit.name(), on, on.getYear(), unit == null ? "" : unit.code(), 0, a.category(),
                unit == null ? "" : unit.name());
    }
}
