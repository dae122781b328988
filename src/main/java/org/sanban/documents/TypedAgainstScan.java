package org.sanban.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Collated;
import org.sanban.collation.Element;
import org.sanban.collation.Reference;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Doors;
import org.sanban.files.FileType;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/** What was typed at registration against the text layer of the scan, where there is one (录入与扫描件比对). The scan says more than was typed. */
@Component
class TypedAgainstScan implements Collated {

    private static final Set<FileType> READ = Set.of(FileType.PDF, FileType.OFD, FileType.DOCX);

    private final Papers papers;
    private final Attachments attachments;
    private final Doors doors;

    TypedAgainstScan(Papers papers, Attachments attachments, Doors doors) {
        this.papers = papers;
        this.attachments = attachments;
        this.doors = doors;
    }

    @Override
    public String kind() {
        return IncomingKind.KIND;
    }

    @Override
    public String purpose() {
        return "scan";
    }

    @Override
    public Standing standing(long subject) {
        IncomingDocument paper = papers.one(subject);
        Particulars p = paper.particulars;
        Reference typed = Reference.of()
                .piece(Element.NUMBER, Objects.requireNonNullElse(p.docNumber(), ""))
                .flow(Element.TITLE, p.title())
                .flow(Element.BODY, Objects.requireNonNullElse(p.body(), ""))
                .partial();
        return new Standing(typed, Objects.requireNonNullElse(paper.inNo, ""));
    }

    @Override
    public boolean mayCompare(long subject, Actor by) {
        return doors.mayAttach(ref(subject), by);
    }

    @Override
    public Map<Long, String> files(long subject) {
        Map<Long, String> files = new LinkedHashMap<>();
        attachments.of(ref(subject)).stream()
                .filter(f -> f.voided() == null && READ.contains(f.type()) && (f.copy() == Attachment.Copy.ORIGINAL || f.copy() == Attachment.Copy.SCAN))
                .forEach(f -> files.put(f.id(), f.name()));
        return files;
    }

    private static SubjectRef ref(long id) {
        return new SubjectRef(IncomingKind.KIND, id);
    }
}
