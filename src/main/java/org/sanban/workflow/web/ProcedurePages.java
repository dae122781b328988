package org.sanban.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Shell;
import org.sanban.workflow.Procedure;
import org.sanban.workflow.Procedures;
import org.sanban.workflow.Step;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts procedures into pages. */
@Component
class ProcedurePages {

    private final Procedures procedures;
    private final ProcedureWords words;

    ProcedurePages(Procedures procedures, ProcedureWords words) {
        this.procedures = procedures;
        this.words = words;
    }

    ModelAndView list(Shell shell) {
        Map<String, List<Procedures.Edition>> byCode = procedures.all().stream()
                .collect(Collectors.groupingBy(e -> e.procedure().code(), java.util.TreeMap::new, Collectors.toList()));
        return new ModelAndView("workflow/procedures").addObject("shell", shell).addObject("procedures", byCode);
    }

    ModelAndView show(Procedures.Edition edition, Shell shell) {
        return new ModelAndView("workflow/procedure").addObject("shell", shell).addObject("edition", edition).addObject("drawing", drawing(edition.procedure(), shell));
    }

    /** The draft under work; the published edition where none was begun. */
    Procedures.Edition working(String code) {
        return procedures.draft(code).orElseGet(() -> procedures.all().stream()
                .filter(e -> e.procedure().code().equals(code) && e.state().equals("PUBLISHED")).findFirst().orElseThrow(NotFound::new));
    }

    ModelAndView draft(String code, FormView definition, Shell shell) {
        Procedures.Edition edition = working(code);
        boolean draft = edition.state().equals("DRAFT");
        List<Objection> objections = draft ? procedures.objections(edition.procedure()) : List.of();
        Procedure published = procedures.published(code).procedure();
        return new ModelAndView("workflow/draft")
                .addObject("shell", shell)
                .addObject("edition", edition)
                .addObject("drawing", drawing(edition.procedure(), shell))
                .addObject("objections", objections)
                .addObject("changes", words.changes(published, edition.procedure(), shell.texts()))
                .addObject("form", definition.at(edition.id()));
    }

    FormView definition(String code) {
        return FormView.of(new DefinitionForm(procedures.write(working(code).procedure())));
    }

    ModelAndView step(String code, String step, @Nullable FormView typed, Shell shell) {
        Procedures.Edition edition = working(code);
        Step edited = edition.procedure().steps().stream().filter(s -> s.code().equals(step)).findFirst().orElseThrow(NotFound::new);
        FormView form = (typed == null ? FormView.of(StepForm.of(edited)) : typed).at(edition.id());
        List<Choice> roles = words.roleNames(shell.texts()).entrySet().stream().map(e -> Choice.of(e.getKey(), e.getValue())).toList();
        return new ModelAndView("workflow/step")
                .addObject("shell", shell).addObject("edition", edition).addObject("step", edited).addObject("form", form).addObject("roles", roles)
                .addObject("steps", ProcedureWords.steps(edition.procedure(), shell.texts())).addObject("units", ProcedureWords.units(shell.texts()));
    }

    private Drawing drawing(Procedure procedure, Shell shell) {
        Map<String, String> roleNames = words.roleNames(shell.texts());
        List<Drawing.Box> boxes = new ArrayList<>();
        for (Step step : procedure.steps()) {
            boxes.add(Drawing.box(
                    boxes.size(), step, step.name().in(shell.texts().chinese()), words.holder(procedure, step, roleNames, shell.texts()), words.limits(step, shell.texts())));
        }
        return Drawing.of(procedure, boxes);
    }
}
