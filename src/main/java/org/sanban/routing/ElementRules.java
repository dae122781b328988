package org.sanban.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.sanban.documents.DocType;
import org.sanban.documents.Openness;

/** Elements of the paper (公文要素): title, number, addressees, marks, lead time. */
final class ElementRules {

    static final List<Rule> ALL = List.of(
            new Rule("R-19", ElementRules::titleEndsInTheType),
            new Rule("R-20", ElementRules::numberIsWellFormed),
            new Rule("R-21", ElementRules::addressedWhereTheTypeIs),
            new Rule("R-30", ElementRules::bearsNoMarkOfClassification),
            new Rule("R-31", ElementRules::opennessIsChosen),
            new Rule("R-33", ElementRules::urgencyFitsTheMedium),
            new Rule("R-34", ElementRules::sentInTime));

    private ElementRules() {}

    private static List<Flaw> titleEndsInTheType(OutgoingFacts f, Terms t) {
        String title = f.words().title();
        if (title.isBlank()) {
            return List.of(Flaw.of("missing", "title"));
        }
        String bare = t.matcher("tail", title).replaceFirst("");
        Matcher doubled = t.matcher("double", bare);
        if (doubled.find()) {
            return List.of(Flaw.found("double", "title", doubled));
        }
        List<String> names = t.words(f.kind().type().name());
        return Flaw.when(!names.isEmpty() && names.stream().noneMatch(bare::endsWith), "type", "title", String.join("、", names));
    }

    private static List<Flaw> numberIsWellFormed(OutgoingFacts f, Terms t) {
        String number = f.marks().number();
        if (number == null || number.isBlank()) {
            return List.of(Flaw.of("missing", "number"));
        }
        if (!t.pattern("number", f.kind().type()).matcher(number).matches()) {
            return List.of(Flaw.of("form", "number", number).in(0, number.length()));
        }
        LocalDate signed = f.days().signedOn();
        Matcher year = t.matcher("year", number);
        boolean otherYear = signed != null && year.find() && Integer.parseInt(year.group("year")) != signed.getYear();
        return Flaw.when(otherYear, "year", "number", number, signed == null ? "" : String.valueOf(signed.getYear()));
    }

    private static List<Flaw> addressedWhereTheTypeIs(OutgoingFacts f, Terms t) {
        DocType type = f.kind().type();
        boolean addressed = !f.parties().main().isEmpty();
        List<Flaw> flaws = new ArrayList<>();
        flaws.addAll(Flaw.when(!addressed && t.words("with").contains(type.name()), "missing", "mainRecipients"));
        flaws.addAll(Flaw.when(addressed && t.words("without").contains(type.name()), "superfluous", "mainRecipients"));
        return flaws;
    }

    private static List<Flaw> bearsNoMarkOfClassification(OutgoingFacts f, Terms t) {
        List<Flaw> flaws = new ArrayList<>();
        String secrecy = f.marks().secrecy().strip();
        flaws.addAll(Flaw.when(!secrecy.isEmpty() && !t.words("allowed").contains(secrecy), "element", "secrecy", secrecy));
        flaws.addAll(marks(f.words().title(), "title", t));
        flaws.addAll(marks(f.words().body(), "body", t));
        flaws.addAll(marks(f.words().annotation(), "annotation", t));
        for (OutgoingFacts.Attachment attachment : f.words().attachments()) {
            String text = attachment.title() + "\n" + (attachment.text() == null ? "" : attachment.text());
            flaws.addAll(Flaw.when(t.finds("mark", text), "attachment", "attachments", attachment.title()));
        }
        return flaws;
    }

    private static List<Flaw> marks(String text, String field, Terms t) {
        return t.matcher("mark", text).results()
                .map(mark -> Flaw.of("mark", field, mark.group()).in(mark.start(), mark.end()))
                .toList();
    }

    private static List<Flaw> opennessIsChosen(OutgoingFacts f, Terms t) {
        Openness openness = f.marks().openness();
        if (openness == null) {
            return List.of(Flaw.of("missing", "openness"));
        }
        String reason = f.marks().opennessReason();
        return Flaw.when(openness != Openness.PROACTIVE && (reason == null || reason.isBlank()), "reason", "opennessReason");
    }

    private static List<Flaw> urgencyFitsTheMedium(OutgoingFacts f, Terms t) {
        List<Flaw> flaws = new ArrayList<>();
        String urgency = f.marks().urgency().strip();
        List<String> legal = t.words(f.kind().medium().name());
        flaws.addAll(Flaw.when(
                !urgency.isEmpty() && !legal.contains(urgency), "value", "urgency", urgency, String.join("、", legal)));
        Matcher inTitle = t.matcher("title", f.words().title());
        if (inTitle.find()) {
            flaws.add(Flaw.found("title", "title", inTitle));
        }
        return flaws;
    }

    private static List<Flaw> sentInTime(OutgoingFacts f, Terms t) {
        LocalDate needed = f.days().neededBy();
        if (needed == null) {
            return List.of();
        }
        int lead = t.number(f.marks().urgency().isBlank() ? "ordinary" : "urgent");
        long left = f.office().workingDays().between(f.days().today(), needed);
        return Flaw.when(left < lead, "late", "neededBy", left, lead);
    }
}
