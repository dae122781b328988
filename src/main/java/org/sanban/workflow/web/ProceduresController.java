package org.sanban.workflow.web;

import org.sanban.pages.Shell;
import org.sanban.people.Needs;
import org.sanban.workflow.Procedures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The procedures of the office with all their editions, each as a drawing. */
@Controller
@RequestMapping("/admin/procedures")
@Needs("procedure.manage")
class ProceduresController {

    private final Procedures procedures;
    private final ProcedurePages pages;

    ProceduresController(Procedures procedures, ProcedurePages pages) {
        this.procedures = procedures;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView index(@ModelAttribute("shell") Shell shell) {
        return pages.list(shell);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id, @ModelAttribute("shell") Shell shell) {
        return pages.show(procedures.byId(id), shell);
    }

    @GetMapping("/{code}/draft")
    ModelAndView draft(@PathVariable String code, @ModelAttribute("shell") Shell shell) {
        return pages.draft(code, pages.definition(code), shell);
    }

    @GetMapping("/{code}/draft/steps/{step}")
    ModelAndView step(@PathVariable String code, @PathVariable String step, @ModelAttribute("shell") Shell shell) {
        return pages.step(code, step, null, shell);
    }
}
