package org.sanban.outgoing.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.outgoing.Elements;
import org.sanban.pages.Choice;
import org.sanban.pages.FormView;
import org.sanban.pages.Texts;
import org.sanban.people.Clearance;
import org.sanban.people.Directory;
import org.sanban.people.Organizations.Organization;

/**
 * What can be chosen while drafting, in the reader's language.
 *
 * @param ownBodies codes of the bodies whose registry is here
 * @param questions codes of the first check (第一环节)
 * @param files attached to the paper so far
 */
public record DraftChoices(
        Texts texts, List<Organization> organizations, List<Directory.UnitEntry> units, List<String> ownBodies, List<String> questions,
        List<Elements.File> files) {

    /** The fifteen types of the regulation (文种), each with a line of help. */
    public List<Choice> types() {
        return Arrays.stream(DocType.values()).filter(t -> t != DocType.BULLETIN && t != DocType.OTHER)
                .map(t -> Choice.of(t.name(), texts.of("documents.doc-type." + t), texts.of("outgoing.draft.help." + t))).toList();
    }

    /** The same without their help, for a select. */
    public List<Choice> typeNames() {
        return types().stream().map(t -> Choice.of(t.value(), t.label())).toList();
    }

    public List<Choice> directions() {
        return of(Direction.values(), "documents.direction.");
    }

    public List<Choice> media() {
        return of(Medium.values(), "documents.medium.");
    }

    public List<Choice> openness() {
        return of(Openness.values(), "documents.openness.");
    }

    public List<Choice> urgencies() {
        return of(UrgencyMark.values(), "documents.urgency.");
    }

    public List<Choice> secrecies() {
        return of(Clearance.values(), "documents.secrecy.");
    }

    /** Bodies by id, those of this office first. */
    public List<Choice> bodies() {
        return Stream.concat(
                        organizations.stream().filter(o -> ownBodies.contains(o.code())).map(o -> choice(o).under(texts.of("outgoing.draft.own-bodies"))),
                        organizations.stream().filter(o -> !ownBodies.contains(o.code()) && o.active()).map(o -> choice(o).under(texts.of("outgoing.draft.other-bodies"))))
                .toList();
    }

    /** Names that are offered as recipients; none is forced. */
    public List<String> names() {
        return Stream.concat(
                organizations.stream().filter(Organization::active).map(Organization::name), units.stream().map(Directory.UnitEntry::name)).distinct().toList();
    }

    public List<Choice> checks() {
        return questions.stream().map(q -> Choice.of(q, texts.of("outgoing.first-check." + q))).toList();
    }

    public List<Choice> attached() {
        return files.stream().map(f -> Choice.of(f.id(), f.name())).toList();
    }

    /** A row of the list of annexes; {@code file} is empty where none is chosen. */
    public record AnnexRow(String title, String file) {}

    /** The rows of the form, with empty ones behind them: two rows or more. */
    public static List<AnnexRow> annexes(FormView form) {
        List<String> titles = list(form, "annexTitle");
        List<String> files = list(form, "annexFile");
        return java.util.stream.IntStream.range(0, Math.max(titles.size() + 1, 2))
                .mapToObj(n -> new AnnexRow(n < titles.size() ? titles.get(n) : "", n < files.size() ? files.get(n) : "")).toList();
    }

    private static List<String> list(FormView form, String field) {
        return form.binding().getFieldValue(field) instanceof List<?> many ? many.stream().map(v -> v == null ? "" : v.toString()).toList() : List.of();
    }

    private static Choice choice(Organization o) {
        return Choice.of(o.id(), o.name(), o.shortName().equals(o.name()) ? "" : o.shortName()).foundBy(o.code());
    }

    private <E extends Enum<E>> List<Choice> of(E[] values, String prefix) {
        return Arrays.stream(values).map(v -> Choice.of(v.name(), texts.of(prefix + v.name()))).toList();
    }
}
