package org.sanban.documents.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.sanban.documents.Assignment;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.Reply;
import org.sanban.documents.UrgencyMark;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations.Organization;

/** What can be chosen in the forms of a paper, in the reader's language. */
public record PaperChoices(Texts texts, List<Organization> organizations) {

    public List<Choice> types() {
        return of(DocType.values(), "documents.doc-type.");
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

    public List<Choice> kinds() {
        return of(Particulars.Kind.values(), "documents.kind.");
    }

    public List<Choice> channels() {
        return of(Receipt.Channel.values(), "documents.channel.");
    }

    public List<Choice> products() {
        return of(Assignment.Product.values(), "documents.product.");
    }

    public List<Choice> replyForms() {
        return of(Reply.Form.values(), "documents.reply-form.");
    }

    /** Bodies outside, by id. */
    public List<Choice> bodies() {
        return organizations.stream().filter(Organization::active)
                .map(o -> Choice.of(o.id(), o.name(), o.shortName()).foundBy(o.code() + " " + (o.numberCode() == null ? "" : o.numberCode())))
                .toList();
    }

    /** Names for the box of the sender: they are offered, none is forced. */
    public List<String> senders() {
        Predicate<Organization> active = Organization::active;
        return organizations.stream().filter(active).map(Organization::name).toList();
    }

    private <E extends Enum<E>> List<Choice> of(E[] values, String prefix) {
        return Arrays.stream(values).map(v -> Choice.of(v.name(), texts.of(prefix + v.name()))).toList();
    }
}
