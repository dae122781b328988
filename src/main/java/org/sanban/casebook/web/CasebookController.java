package org.sanban.casebook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.casebook.Case;
import org.sanban.casebook.CaseIndex;
import org.sanban.casebook.CaseWords;
import org.sanban.casebook.web.CasebookForms.ListForm;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Positions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The casebook as everybody in the office reads it. */
@Controller
@Needs(Needs.SIGNED_IN)
class CasebookController {

    private static final int PAGE = 30;

    private final CaseIndex index;
    private final Taxonomy taxonomy;
    private final Positions positions;
    private final Clock clock;

    CasebookController(CaseIndex index, Taxonomy taxonomy, Positions positions, Clock clock) {
        this.index = index;
        this.taxonomy = taxonomy;
        this.positions = positions;
        this.clock = clock;
    }

    @GetMapping("/casebook")
    String list(ListForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        boolean edits = by.may(CasebookNavigation.EDIT);
        List<Case> found = index.page(form.filter(edits), form.cursor(), PAGE + 1, LocalDate.now(clock));
        List<Case> cases = found.stream().limit(PAGE).toList();
        model.addAttribute("cases", cases).addAttribute("form", form).addAttribute("words", CaseWords.of(taxonomy, shell.texts()))
                .addAttribute("index", index.index()).addAttribute("rules", index.rules()).addAttribute("edits", edits)
                .addAttribute("issues", by.may(CasebookNavigation.ISSUE))
                .addAttribute("pages", form.address().pages(form.after(), found.size() > PAGE ? cases.getLast().id() : null));
        return "casebook/list";
    }

    @GetMapping("/casebook/cases/{id:\\d+}")
    String show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        model.addAttribute("one", index.one(id)).addAttribute("words", CaseWords.of(taxonomy, shell.texts())).addAttribute("edits", by.may(CasebookNavigation.EDIT));
        return "casebook/show";
    }

    /** On a subject's page, for whoever does the step now: what went wrong at this step before. Empty where it lies before somebody else. */
    @GetMapping("/casebook/panel")
    String panel(@RequestParam String subject, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        SubjectRef ref = ref(subject);
        Positions.Position position = positions.of(ref, by).orElseThrow(NotFound::new);
        List<Case> cases = position.step() == null || position.mainAt(position.step()) == null ? List.of() : index.at(ref.kind(), position.step());
        model.addAttribute("cases", cases).addAttribute("words", CaseWords.of(taxonomy, shell.texts()));
        return "casebook/panel";
    }

    /** On an error's page: the case that it became, or the button that begins it. Names nothing but the case. */
    @GetMapping("/casebook/of")
    String of(@RequestParam long error, @SignedIn Actor by, Model model) {
        boolean edits = by.may(CasebookNavigation.EDIT);
        model.addAttribute("one", index.ofError(error).filter(c -> edits || c.state() == Case.State.PUBLISHED).orElse(null));
        model.addAttribute("error", error).addAttribute("edits", edits);
        return "casebook/of";
    }

    private static SubjectRef ref(String subject) {
        try {
            return SubjectRef.of(subject);
        } catch (IllegalArgumentException typedByHand) {
            throw new NotFound();
        }
    }
}
