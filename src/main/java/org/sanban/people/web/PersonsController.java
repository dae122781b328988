package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.PersonForm;
import org.sanban.people.Persons;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrators' list of persons: created and described by one administrator, granted roles by another. */
@Controller
@RequestMapping("/admin/persons")
@Needs("people.manage")
class PersonsController {

    private final Persons persons;
    private final Directory directory;
    private final PersonPage page;
    private final Clock clock;

    PersonsController(Persons persons, Directory directory, PersonPage page, Clock clock) {
        this.persons = persons;
        this.directory = directory;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping
    @Needs({"people.manage", "role.grant"})
    String list(@RequestParam(defaultValue = "") String q, @SignedIn Actor by, Model model) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<Persons.Person> found = persons.all().stream()
                .filter(p -> p.name().contains(wanted) || p.code().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        model.addAttribute("found", found)
                .addAttribute("entries", directory.persons(found.stream().map(Persons.Person::id).toList()))
                .addAttribute("roleNames", page.roleNames())
                .addAttribute("mayCreate", by.may("people.manage"))
                .addAttribute("q", q);
        return "people/persons";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return fresh(HttpStatus.OK, FormView.of(new PersonForm("", "", false, "", 900, "", "", 0)));
    }

    @PostMapping
    ModelAndView create(@Valid PersonForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> persons.create(form, by, clock.instant()))
                .map(status -> fresh(status, FormView.of(errors)))
                .orElseGet(() -> {
                    Flash.done(next, "people.persons.created", form.name());
                    return new ModelAndView("redirect:/admin/persons/" + persons.byCode(form.code()).orElseThrow().id());
                });
    }

    @GetMapping("/{id}")
    @Needs({"people.manage", "role.grant"})
    ModelAndView show(@PathVariable long id, @SignedIn Actor by) {
        return page.of(id, by);
    }

    @PostMapping("/{id}")
    ModelAndView edit(
            @PathVariable long id, @Valid PersonForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> persons.edit(id, form, by, clock.instant()))
                .map(status -> page.of(id, by, status, "form", FormView.of(errors)))
                .orElseGet(() -> {
                    Flash.done(next, "people.persons.edited", form.name());
                    return new ModelAndView("redirect:/admin/persons/" + id);
                });
    }

    private static ModelAndView fresh(HttpStatus status, FormView form) {
        return new ModelAndView("people/person-new", new ModelMap("form", form), status);
    }
}
