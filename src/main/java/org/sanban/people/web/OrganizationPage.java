package org.sanban.people.web;

import java.util.List;
import org.sanban.pages.Choice;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.people.Organizations;
import org.sanban.people.Organizations.Organization;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of bodies outside the office show. */
@Component
class OrganizationPage {

    private final Organizations organizations;

    OrganizationPage(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Bodies whose name, short name, code or 代字 contains {@code q}; the retired ones last. */
    List<Organization> found(String q) {
        String typed = q.strip().toLowerCase();
        return organizations.all().stream()
                .filter(body -> (body.name() + " " + body.shortName() + " " + body.code() + " " + body.numberCode()).toLowerCase().contains(typed))
                .sorted((a, b) -> Boolean.compare(b.active(), a.active()))
                .toList();
    }

    ModelAndView fresh(HttpStatus status, FormView form) {
        return new ModelAndView("people/organization-new", new ModelMap("form", form).addAttribute("superiors", superiors(0)), status);
    }

    ModelAndView of(long id, HttpStatus status, FormView form) {
        return of(id, status, form, FormView.of(FormerNameForm.BLANK));
    }

    /** @param former the form of a former name, as it was sent */
    ModelAndView former(long id, HttpStatus status, FormView former) {
        Organization body = organizations.byId(id).orElseThrow(NotFound::new);
        return of(id, status, FormView.of(OrganizationForm.of(body)).at(body.version()), former);
    }

    private ModelAndView of(long id, HttpStatus status, FormView form, FormView former) {
        Organization body = organizations.byId(id).orElseThrow(NotFound::new);
        ModelMap model = new ModelMap("body", body)
                .addAttribute("former", former)
                .addAttribute("names", organizations.formerNames().stream().filter(name -> name.organization() == id).toList())
                .addAttribute("form", form.at(status.isError() ? form.version() : body.version()))
                .addAttribute("superiors", superiors(id));
        return new ModelAndView("people/organization", model, status);
    }

    private List<Choice> superiors(long self) {
        return organizations.all().stream()
                .filter(body -> body.active() && body.id() != self)
                .map(body -> Choice.of(body.id(), body.name()).foundBy(body.code()))
                .toList();
    }
}
