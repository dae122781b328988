package org.sanban.errors.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sanban.errors.Actions;
import org.sanban.errors.ErrorList;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Errors;
import org.sanban.errors.Explaining;
import org.sanban.errors.Restricted;
import org.sanban.errors.Taxonomy;
import org.sanban.errors.Verifying;
import org.sanban.pages.Choice;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Opening;
import org.sanban.workflow.Positions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an error: what is known, and the forms of the step that lies before the reader. */
@Component
class ErrorShowing {

    private final Errors errors;
    private final Actions actions;
    private final Verifying verifying;
    private final Explaining explaining;
    private final Restricted restricted;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Positions positions;
    private final Opening opening;
    private final Clock clock;

    ErrorShowing(
            Errors errors, Actions actions, Verifying verifying, Explaining explaining, Restricted restricted, Taxonomy taxonomy, Directory directory,
            Positions positions, Opening opening, Clock clock) {
        this.errors = errors;
        this.actions = actions;
        this.verifying = verifying;
        this.explaining = explaining;
        this.restricted = restricted;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.positions = positions;
        this.opening = opening;
        this.clock = clock;
    }

    ModelAndView show(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        ErrorRecord e = errors.one(id, by);
        opening.stamp(e.ref(), by, clock.instant());
        Positions.Position at = positions.of(e.ref(), by).orElse(null);
        Set<String> open = open(e, at, by);
        ErrorList.Line line = e.about().subject() == null ? null : errors.of(e.about().subject(), by).stream().filter(l -> l.id() == id).findFirst().orElse(null);
        String matter = line == null || line.matter() == null ? Objects.requireNonNullElse(e.about().words(), "") : line.matter();
        ErrorView view = new ErrorView(
                e, ErrorWords.of(taxonomy, directory, shell.texts()), actions.of(id), verifying.of(id), explaining.of(id).orElse(null),
                open.contains("classify") ? errors.alike(e, by) : List.of(), at != null, restricted.ground(e, by).isPresent(), restricted.concerns(id, by), matter);
        ModelAndView page = new ModelAndView("errors/show").addObject("view", view).addObject("forms", forms(e, open, sent)).addObject("sent", sent.entrySet().stream().filter(one -> !open.contains(one.getKey())).map(Map.Entry::getValue).toList())
                .addObject("persons", persons(directory)).addObject("shell", shell).addObject("linked", line != null && line.subject() != null);
        page.setStatus(status);
        return page;
    }

    /** Forms that this reader may send now. */
    private static Set<String> open(ErrorRecord e, Positions.Position at, Actor by) {
        Set<String> open = new java.util.LinkedHashSet<>();
        if (e.stamps().closed() != null) {
            return open;
        }
        boolean keeps = by.may(ErrorsNavigation.PROPOSALS);
        String step = at == null || at.step() == null ? "" : at.step();
        boolean mine = at != null && at.mainAt(step) != null || keeps;
        boolean ofUnit = e.found().unit() != null && (by.units().contains(e.found().unit()) || by.headed().contains(e.found().unit()));
        if (mine || ofUnit) {
            open.add("correct");
        }
        if (mine) {
            switch (step) {
                case "verify", "classify", "responsibility" -> open.add("classify");
                case "cause" -> open.addAll(List.of("cause", "action"));
                case "correct" -> open.add("action");
                case "verification" -> {
                    if (at != null && at.mainAt(step) != null) {
                        open.add("verify");
                    }
                }
                case "explain" -> open.addAll(List.of("plan", "prepare", "held"));
                case "casebook", "rule" -> open.add("lesson");
                default -> { }
            }
        }
        return open;
    }

    private Map<String, FormView> forms(ErrorRecord e, Set<String> open, Map<String, FormView> sent) {
        Map<String, FormView> forms = new LinkedHashMap<>();
        for (String name : open) {
            forms.put(name, sent.containsKey(name) ? sent.get(name).at(e.version()) : FormView.of(fresh(name, e)).at(e.version()));
        }
        return forms;
    }

    private Object fresh(String name, ErrorRecord e) {
        Explaining.Explanation x = explaining.of(e.id()).orElse(null);
        return switch (name) {
            case "classify" -> ErrorForms.ClassifyForm.of(e, clock.getZone());
            case "correct" -> new ErrorForms.CorrectForm(e.correction().text(), ErrorForms.local(e.correction().doneAt(), clock.getZone()), e.version());
            case "cause" -> ErrorForms.CauseForm.of(e);
            case "action" -> new ErrorForms.ActionForm(Actions.Nature.CORRECTIVE, null, e.found().unit(), null, null);
            case "verify" -> new ErrorForms.VerifyForm(null, null, true);
            case "plan" -> new ErrorForms.PlanForm(x == null ? null : x.meeting(), x == null ? null : ErrorForms.local(x.plannedAt(), clock.getZone()), x == null ? e.found().role() : x.speakerRole());
            case "prepare" -> new ErrorForms.PrepareForm(x == null || x.happened() == null ? e.description() : x.happened(), x == null || x.why() == null ? String.join("\n", e.cause().whys()) : x.why(),
                    x == null || x.measures() == null ? String.join("\n", actions.of(e.id()).stream().map(Actions.Action::what).toList()) : x.measures());
            case "held" -> new ErrorForms.HeldForm(null, null);
            default -> new ErrorForms.LessonForm(e.lesson().casebook(), e.lesson().rule());
        };
    }

    static List<Choice> persons(Directory directory) {
        return directory.forBusiness().stream().map(p -> Choice.of(p.id(), p.name(), p.post()).foundBy(p.code())).toList();
    }
}
