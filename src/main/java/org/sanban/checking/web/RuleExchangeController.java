package org.sanban.checking.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.checking.RuleExchange;
import org.sanban.checking.web.RuleForms.ImportForm;
import org.sanban.checking.web.RulesController.ListForm;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Rules from office to office, as YAML. */
@Controller
@Needs(CheckingNavigation.DRAFT)
class RuleExchangeController {

    private final RuleExchange exchange;
    private final Clock clock;

    RuleExchangeController(RuleExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** @param shipped the rules that every office has as well */
    @GetMapping("/checks/rules/export.yaml")
    @Needs(CheckingNavigation.READ)
    ResponseEntity<byte[]> export(ListForm form, @RequestParam(defaultValue = "false") boolean shipped) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"check-rules.yaml\"")
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .body(exchange.export(form.filter(), shipped).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/checks/rules/import")
    ModelAndView blank() {
        return page(FormView.of(new ImportForm("")), null, HttpStatus.OK);
    }

    /** What was taken, what stands here already, and what was refused at which line. */
    @PostMapping("/checks/rules/import")
    ModelAndView take(@ModelAttribute("form") ImportForm form, BindingResult errors, @SignedIn Actor by) {
        RuleExchange.Taken[] taken = new RuleExchange.Taken[1];
        HttpStatus status = Submission.refused(errors, () -> taken[0] = exchange.take(RuleForms.text(form.yaml()), by, clock.instant())).orElse(HttpStatus.OK);
        return page(FormView.of(errors), taken[0], status);
    }

    private static ModelAndView page(FormView form, RuleExchange.@Nullable Taken taken, HttpStatus status) {
        ModelAndView page = new ModelAndView("checking/import");
        page.setStatus(status);
        return page.addObject("form", form).addObject("taken", taken);
    }
}
