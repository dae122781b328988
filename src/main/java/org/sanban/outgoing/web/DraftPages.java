package org.sanban.outgoing.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.IncomingReading;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.proofing.Difference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The editor as it is shown: to whoever writes, to whoever only reads, and after a refusal. */
@Component
class DraftPages {

    private final OutgoingReading reading;
    private final IncomingReading incoming;
    private final DraftLooks looks;
    private final Organizations organizations;
    private final Directory directory;
    private final Clock clock;

    DraftPages(
            OutgoingReading reading, IncomingReading incoming, DraftLooks looks, Organizations organizations, Directory directory, Clock clock) {
        this.reading = reading;
        this.incoming = incoming;
        this.looks = looks;
        this.organizations = organizations;
        this.directory = directory;
        this.clock = clock;
    }

    /** The window of a form that is sent without a script: one a person. */
    static String window(Actor by) {
        return String.format("page-%08d", by.id());
    }

    DraftNames names(Draft before) {
        return new DraftNames(organizations.all(), directory.units(), before);
    }

    /**
     * @param form null for the text as it is saved
     * @param against what differs between the saved text and the typed one, by element; empty where nothing stands against it
     */
    ModelAndView editor(OutgoingPaper paper, @Nullable FormView form, Map<String, Difference> against, Actor by, Shell shell, HttpStatus status) {
        boolean held = paper.lease().holder() != null && paper.lease().holder() != by.id();
        FormView shown = form == null ? DraftFields.of(paper.draft(), paper.version()) : form;
        Objection tooMuch = form == null ? looks.tooMuch(paper.draft().body()) : null;
        if (tooMuch != null) {
            shown.binding().rejectValue("body", tooMuch.code(), tooMuch.args().toArray(), tooMuch.code());
        }
        ModelAndView page = new ModelAndView("outgoing/draft");
        page.setStatus(status);
        page.addObject("shell", shell).addObject("paper", paper).addObject("form", shown).addObject("held", held).addObject("against", against);
        page.addObject("choices", choices(paper.files(), shell)).addObject("window", window(by)).addObject("person", by.id());
        page.addObject("look", looks.of(paper, by, clock.instant())).addObject("answers", line(paper.draft().answersIncoming(), by));
        return page.addObject("words", new ElementWords(shell.texts(), organizations.all()));
    }

    DraftChoices choices(List<org.sanban.outgoing.Elements.File> files, Shell shell) {
        return new DraftChoices(shell.texts(), organizations.all(), directory.units(), reading.ownBodies(), reading.firstCheck(), files);
    }

    /** Title of the paper that is answered, null where the reader may not see it. */
    @Nullable String line(@Nullable Long answered, Actor by) {
        try {
            return answered == null ? null : incoming.one(answered, by).particulars().line();
        } catch (NotFound unseen) {
            return null;
        }
    }
}
