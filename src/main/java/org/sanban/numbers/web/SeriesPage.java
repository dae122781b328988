package org.sanban.numbers.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.Series;
import org.sanban.numbers.SeriesRegister;
import org.sanban.numbers.web.NumberForms.ContinueForm;
import org.sanban.numbers.web.NumberForms.SeriesForm;
import org.sanban.pages.Choice;
import org.sanban.pages.FormView;
import org.sanban.people.Organizations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of a series show. */
@Component
class SeriesPage {

    private static final String STANDARD = "{code}\u3014{year}\u3015{n}\u53f7";

    private final SeriesRegister register;
    private final Ledger ledger;
    private final Organizations organizations;
    private final Clock clock;

    SeriesPage(SeriesRegister register, Ledger ledger, Organizations organizations, Clock clock) {
        this.register = register;
        this.ledger = ledger;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The form of the regulation: code, year in hexagonal brackets, number (domain.md §3.4). */
    String usualFormat() {
        return STANDARD;
    }

    ModelAndView fresh(HttpStatus status, FormView form) {
        return new ModelAndView("numbers/series-new", new ModelMap("form", form).addAttribute("bodies", bodies()), status);
    }

    ModelAndView of(long id, HttpStatus status, @Nullable FormView form, @Nullable FormView leap) {
        Series series = register.one(id);
        int year = ledger.year(clock.instant());
        ModelMap model = new ModelMap("series", series)
                .addAttribute("form", Objects.requireNonNullElseGet(form, () -> FormView.of(SeriesForm.of(series)).at(series.version())))
                .addAttribute("leap", Objects.requireNonNullElseGet(leap, () -> FormView.of(new ContinueForm(year, null, ""))))
                .addAttribute("inUse", register.inUse(series, clock.instant()))
                .addAttribute("bodies", bodies());
        return new ModelAndView("numbers/series", model, status);
    }

    private List<Choice> bodies() {
        return organizations.all().stream().filter(Organizations.Organization::active).map(o -> Choice.of(o.code(), o.name())).toList();
    }
}
