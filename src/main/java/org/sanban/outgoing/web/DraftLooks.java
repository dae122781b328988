package org.sanban.outgoing.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.RoutingLook;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.proofing.Irregularity;
import org.sanban.proofing.Paragraph;
import org.sanban.proofing.Prose;
import org.sanban.proofing.ProseLimits;
import org.sanban.routing.Finding;
import org.sanban.routing.Stage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks at a draft as it is saved. */
@Component
class DraftLooks {

    private static final int SHOWN = 40;

    private final RoutingLook routing;
    private final ProseLimits limits;

    DraftLooks(
            RoutingLook routing, @Value("${sanban.outgoing.body.characters:200000}") int characters,
            @Value("${sanban.outgoing.body.columns:20}") int columns, @Value("${sanban.outgoing.body.rows:400}") int rows) {
        this.routing = routing;
        this.limits = new ProseLimits(characters, columns, rows);
    }

    /** Why a body cannot be set as it is: a table too wide, a text too long; null where it can. */
    @Nullable Objection tooMuch(String body) {
        try {
            Prose.of(body, limits);
            return null;
        } catch (Refused refused) {
            return refused.objections().getFirst();
        }
    }

    DraftLook of(OutgoingPaper paper, Actor by, Instant at) {
        List<Finding> now = routing.findings(paper.id(), Stage.DRAFT, by, at);
        List<Finding> later = routing.findings(paper.id(), Stage.SUBMIT, by, at).stream().filter(f -> !now.contains(f)).toList();
        String body = paper.draft().body();
        Objection tooMuch = tooMuch(body);
        Prose prose = Prose.of(tooMuch == null ? body : "", limits);
        return new DraftLook(
                paper.id(), (int) body.codePoints().filter(c -> !Character.isWhitespace(c)).count(), outline(prose), prose.tables(), oddities(prose),
                tooMuch, now, later, routing.reasons(paper.id(), by), paper.task() != null);
    }

    private static List<DraftLook.Heading> outline(Prose prose) {
        String text = prose.text();
        return prose.outline().stream().map(p -> new DraftLook.Heading(p.level(), heading(p, text), line(p, text))).toList();
    }

    private static String heading(Paragraph p, String text) {
        String heading = p.heading(text);
        String words = heading.isEmpty() ? p.in(text) : heading;
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "\u2026" : words;
    }

    private static int line(Paragraph p, String text) {
        return (int) text.substring(0, p.from()).chars().filter(c -> c == '\n').count() + 1;
    }

    private static List<DraftLook.Oddity> oddities(Prose prose) {
        return prose.irregularities().stream().map(i -> oddity(i, prose)).toList();
    }

    private static DraftLook.Oddity oddity(Irregularity i, Prose prose) {
        return new DraftLook.Oddity(i.kind(), heading(prose.paragraphs().get(i.paragraph()), prose.text()), i.expected(), i.found());
    }
}
