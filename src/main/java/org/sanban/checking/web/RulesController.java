package org.sanban.checking.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.checking.OfficeRule;
import org.sanban.checking.RuleWorth;
import org.sanban.checking.Rules;
import org.sanban.checks.RuleKind;
import org.sanban.checks.Severity;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of rules, and one rule with what it caught. */
@Controller
@Needs(CheckingNavigation.READ)
class RulesController {

    /** Filters of the list, as they stand in its address. */
    record ListForm(
            @Nullable String words, @Nullable RuleKind kind, OfficeRule.@Nullable State state, @Nullable Severity severity,
            OfficeRule.@Nullable Source source, @Nullable Boolean off, @Nullable Boolean noisy) {

        Rules.Filter filter() {
            return new Rules.Filter(RuleForms.text(words), kind, state, severity, source, Boolean.TRUE.equals(off) ? true : null);
        }
    }

    private final Rules rules;
    private final RuleWorth worth;
    private final RulePages pages;
    private final Clock clock;

    RulesController(Rules rules, RuleWorth worth, RulePages pages, Clock clock) {
        this.rules = rules;
        this.worth = worth;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/checks/rules")
    String list(ListForm form, @SignedIn Actor by, Model model) {
        Map<Long, RuleWorth.Worth> year = worth.lastYear(clock.instant());
        List<OfficeRule> all = rules.all(form.filter());
        List<Long> noisy = all.stream().filter(r -> r.runs() && worth.noisy(year.getOrDefault(r.id(), RuleWorth.Worth.NONE))).map(OfficeRule::id).toList();
        model.addAttribute("rules", Boolean.TRUE.equals(form.noisy()) ? all.stream().filter(r -> noisy.contains(r.id())).toList() : all)
                .addAttribute("worth", year).addAttribute("noisy", noisy).addAttribute("filter", form.filter())
                .addAttribute("onlyNoisy", Boolean.TRUE.equals(form.noisy())).addAttribute("mayDraft", by.may(CheckingNavigation.DRAFT));
        return "checking/rules";
    }

    @GetMapping("/checks/rules/{id:\\d+}")
    String show(@PathVariable long id, @SignedIn Actor by, Model model) {
        model.addAttribute("view", pages.of(id, by)).addAttribute("form", org.sanban.pages.FormView.of(new RuleForms.ReasonForm("")));
        return "checking/rule";
    }
}
