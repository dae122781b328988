package org.sanban.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Arranging (整理) and storing (入库): the archivist confirms the class, the number is given, the item is tested and gets its place. */
@Service
@Transactional
public class Arranging {

    private final ItemRows rows;
    private final ItemNumbers numbers;
    private final FourProperties properties;
    private final ArchiveSets sets;
    private final Sight sight;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Arranging(
            ItemRows rows, ItemNumbers numbers, FourProperties properties, ArchiveSets sets, Sight sight, SecrecyGate secrecy,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.numbers = numbers;
        this.properties = properties;
        this.sets = sets;
        this.sight = sight;
        this.secrecy = secrecy;
        this.events = events;
    }

    /**
     * Confirms class, pages and metadata, gives the code (档号) in the same transaction and tests the four properties. A change of
     * the class gives the number up and takes one of the new class.
     *
     * @param version of the item as it was shown
     * @return the code
     * @throws NotFound if there is none, or the actor may not see its subject
     * @throws Stale if somebody arranged it meanwhile
     * @throws Refused unless it stands handed over
     */
    public String arrange(long id, ArrangeForm form, int version, Actor by, Instant at) {
        Item item = open(id, version, by, ItemState.HANDED_OVER);
        secrecy.refuseClassified(item.subject(), by, at,
                SecrecyGate.Field.label("responsible", form.responsible()), SecrecyGate.Field.text("note", form.note()));
        Retention retention = Objects.requireNonNull(form.retention());
        boolean sameClass = item.code != null && item.retention == retention && item.year == form.year() && item.organ.equals(form.organ());
        if (item.code != null && !sameClass) {
            numbers.giveUp(item);
        }
        item.retention = retention;
        item.year = form.year();
        item.organ = form.organ();
        item.pages = Objects.requireNonNull(form.pages());
        item.responsible = form.responsible();
        item.dated = form.dated();
        item.note = Objects.requireNonNullElse(form.note(), "");
        if (!sameClass) {
            item.itemNo = numbers.give(item.fonds, item.category, item.year, retention, item.organ);
            item.code = new ArchiveCode(item.fonds, item.category, item.year, retention, item.organ, item.itemNo).toString();
        }
        runTest(item, by, at);
        String code = Objects.requireNonNull(item.code);
        tell(item, by, at, "archive.catalogued", Map.of("code", code, "retention", retention.name(), "pages", item.pages));
        return code;
    }

    /** Tests the four properties again, as after a file was replaced. */
    public List<Check> test(long id, int version, Actor by, Instant at) {
        Item item = open(id, version, by, ItemState.HANDED_OVER);
        runTest(item, by, at);
        return item.checks;
    }

    /**
     * Says that somebody has looked at every page of the files that the machine could not read and found no mark of secrecy on them,
     * and tests again. A file added later must be looked at in its turn.
     */
    public List<Check> looked(long id, int version, Actor by, Instant at) {
        Item item = open(id, version, by, ItemState.HANDED_OVER);
        item.lookedAt = properties.unreadFilesOf(item.subject());
        tell(item, by, at, "archive.looked", Map.of("files", item.lookedAt));
        runTest(item, by, at);
        return item.checks;
    }

    private void runTest(Item item, Actor by, Instant at) {
        item.pieces = List.copyOf(sets.of(item.subject()).pieces(item.subjectId));
        item.checks = properties.test(item, item.pieces);
        item.testedFiles = properties.filesOf(item.subject());
        item.testedAt = at;
        item.testedBy = by.id();
        tell(item, by, at, "archive.tested", Map.of("passed", item.tested()));
    }

    /** Records where the item will lie. The step itself is finished in the procedure. */
    public void locate(long id, StoreForm form, int version, Actor by, Instant at) {
        Item item = open(id, version, by, ItemState.ARRANGED);
        secrecy.refuseClassified(item.subject(), by, at, SecrecyGate.Field.label("location", form.location()));
        item.place = form.place();
        item.location = form.location();
        tell(item, by, at, "archive.located", Map.of("place", String.valueOf(form.place()), "location", form.location()));
    }

    private Item open(long id, int version, Actor by, ItemState needed) {
        Item item = rows.lock(id).filter(found -> sight.sees(by, found.subject())).orElseThrow(NotFound::new);
        if (item.version != version) {
            throw new Stale();
        }
        Refused.unless(item.state == needed, "archive.refusal.state." + item.state);
        return item;
    }

    /** What is still missing for the arranging to be finished. */
    static List<Objection> gaps(Item item) {
        List<Objection> gaps = new ArrayList<>();
        unless(item.pages > 0, "archive.refusal.pages", "pages", gaps);
        unless(item.retention != null, "archive.refusal.retention", "retention", gaps);
        unless(item.code != null, "archive.refusal.code", "organ", gaps);
        unless(!item.title.isBlank() && !item.responsible.isBlank(), "archive.refusal.responsible", "responsible", gaps);
        unless(item.dated != null, "archive.refusal.dated", "dated", gaps);
        return gaps;
    }

    /** Why the test does not hold for the files that stand now: not made since they changed, or one objection a failed check. */
    List<Objection> untested(SubjectRef subject) {
        return rows.of(subject).filter(item -> item.testedAt != null && item.testedFiles.equals(properties.filesOf(subject)))
                .map(item -> item.checks.stream().filter(check -> !check.passed()).map(Check::objection).toList())
                .orElse(List.of(Objection.of("archive.refusal.untested")));
    }

    private static void unless(boolean there, String code, String field, List<Objection> gaps) {
        if (!there) {
            gaps.add(Objection.of(code).at(field));
        }
    }

    private void tell(Item item, Actor by, Instant at, String what, Map<String, ?> detail) {
        events.publishEvent(new ArchiveChanged(item.subject(), by.id(), at, what, detail));
    }
}
