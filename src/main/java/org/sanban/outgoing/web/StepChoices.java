package org.sanban.outgoing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Openness;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Proofs;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.sanban.workflow.Offer;
import org.sanban.people.Organizations.Organization;

/**
 * What can be chosen in the forms of a paper on its way, in the reader's language.
 *
 * @param onward the ways in which the reader may finish the step, the first one by custom first
 * @param deputy the reader would sign in the place of another, not only enter what was said
 */
public record StepChoices(Texts texts, Directory directory, List<Organization> organizations, List<Offer> onward, boolean deputy) {

    /** The ways onward that are open to the reader. */
    public List<Choice> ways() {
        return onward.stream().filter(o -> o.to() != null && o.name() != null)
                .map(o -> Choice.of(Objects.requireNonNull(o.to()), Objects.requireNonNull(o.name()).in(texts.chinese()))).toList();
    }

    /** For whom the reader would act, or null. */
    public @Nullable String inPlaceOf() {
        return onward.stream().map(Offer::behalf).filter(Objects::nonNull).findFirst().orElse(null);
    }

    public List<Choice> verdicts() {
        return of(Approval.Verdict.values(), "outgoing.show.verdict.");
    }

    public List<Choice> parts() {
        return of(Proofs.Part.values(), "outgoing.show.part.");
    }

    public List<Choice> kinds() {
        return of(DispatchLine.Kind.values(), "outgoing.show.line-kind.");
    }

    public List<Choice> channels() {
        return of(DispatchLine.Channel.values(), "outgoing.show.channel.");
    }

    public List<Choice> types() {
        return Arrays.stream(DocType.values()).filter(type -> type != DocType.BULLETIN && type != DocType.OTHER)
                .map(type -> Choice.of(type.name(), texts.of("documents.doc-type." + type))).toList();
    }

    public List<Choice> directions() {
        return of(Direction.values(), "documents.direction.");
    }

    public List<Choice> openness() {
        return of(Openness.values(), "documents.openness.");
    }

    public List<Choice> signatures() {
        return List.of("WRITTEN", "CIRCLED", "BARE").stream().map(how -> Choice.of(how, texts.of("outgoing.show.sign." + how))).toList();
    }

    public List<Choice> yesNo(String prefix) {
        return List.of(Choice.of("true", texts.of(prefix + "true")), Choice.of("false", texts.of(prefix + "false")));
    }

    public List<Choice> persons() {
        return directory.forBusiness().stream().map(p -> Choice.of(p.id(), p.name(), p.post()).foundBy(p.code())).toList();
    }

    public List<Choice> bodies() {
        return organizations.stream().filter(Organization::active).map(o -> Choice.of(o.id(), o.name(), o.shortName()).foundBy(o.code())).toList();
    }

    public List<Choice> units() {
        return directory.units().stream().map(u -> Choice.of(u.id(), u.name()).foundBy(u.code())).toList();
    }

    /** Whom a dispatch line can be for: bodies, then units of the office. */
    public List<Choice> recipients() {
        List<Choice> all = new ArrayList<>();
        organizations.stream().filter(Organization::active)
                .forEach(o -> all.add(Choice.of("o" + o.id(), o.name(), o.shortName()).foundBy(o.code()).under(texts.of("outgoing.show.bodies"))));
        directory.units().forEach(u -> all.add(Choice.of("u" + u.id(), u.name()).foundBy(u.code()).under(texts.of("outgoing.show.units"))));
        return all;
    }

    public List<Choice> series(Dossier dossier) {
        return dossier.suggested().stream().map(s -> Choice.of(s.code(), s.code() + " " + s.name())).toList();
    }

    public List<Choice> reserved(Dossier dossier) {
        return dossier.reserved().stream().map(l -> Choice.of(l.id(), l.text(), l.reservation() == null ? "" : l.reservation().reason())).toList();
    }

    public List<Choice> files(Dossier dossier) {
        return dossier.paper().files().stream().map(f -> Choice.of(f.id(), f.name())).toList();
    }

    private <E extends Enum<E>> List<Choice> of(E[] values, String prefix) {
        return Arrays.stream(values).map(v -> Choice.of(v.name(), texts.of(prefix + v.name()))).toList();
    }
}
