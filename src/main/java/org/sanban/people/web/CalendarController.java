package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.CalendarFile;
import org.sanban.people.CalendarYear;
import org.sanban.people.Calendars;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendar: a year is seen as twelve months, imported after a look, and office hours are set by period. */
@Controller
@RequestMapping("/admin/calendar")
@Needs("config.manage")
class CalendarController {

    private final Calendars calendars;
    private final Clock clock;

    CalendarController(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    String today() {
        return "redirect:/admin/calendar/" + LocalDate.now(clock).getYear();
    }

    @GetMapping("/{year:\\d{4}}")
    ModelAndView show(@PathVariable int year) {
        return page(year, HttpStatus.OK, "form", FormView.of(new ImportForm("", "", null)));
    }

    /** A year whose notice is not out yet: weekends alone, so that limits can be computed until it is imported. */
    @PostMapping("/{year:\\d{4}}/weekends")
    String keepWeekends(@PathVariable int year, @SignedIn Actor by, RedirectAttributes next) {
        calendars.keepWeekends(year, by, clock.instant());
        Flash.done(next, "people.calendar.recorded", String.valueOf(year));
        return "redirect:/admin/calendar/" + year;
    }

    /** First shows what would be recorded; recorded when sent again with {@code confirmed}. {@code shown}: the year whose page it came from. */
    @PostMapping("/import")
    ModelAndView bring(@Valid ImportForm form, BindingResult errors, @RequestParam(required = false) @Nullable Integer shown,
            @SignedIn Actor by, RedirectAttributes next) {
        AtomicReference<CalendarYear> read = new AtomicReference<>();
        Optional<HttpStatus> refused = Submission.refused(errors, () -> {
            read.set(CalendarFile.read(form.text(), form.source()));
            if (form.isConfirmed()) {
                calendars.keep(read.get(), by, clock.instant());
            }
        });
        if (refused.isPresent()) {
            return page(yearOr(shown), refused.get(), "form", FormView.of(errors));
        }
        if (!form.isConfirmed()) {
            ModelMap model = new ModelMap("form", FormView.of(new ImportForm(form.text(), form.source(), true)))
                    .addAttribute("sheet", CalendarSheet.of(read.get()))
                    .addAttribute("fresh", read.get())
                    .addAttribute("replaces", calendars.year(read.get().year()).isPresent());
            return new ModelAndView("people/calendar-preview", model);
        }
        Flash.done(next, "people.calendar.recorded", String.valueOf(read.get().year()));
        return new ModelAndView("redirect:/admin/calendar/" + read.get().year());
    }

    @PostMapping("/hours")
    ModelAndView keepHours(@Valid HoursForm form, BindingResult errors, @RequestParam(required = false) @Nullable Integer shown,
            @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> calendars.keepHours(
                        Objects.requireNonNull(form.from()), form.until(), form.read(), by, clock.instant()))
                .map(status -> page(yearOr(shown), status, "hoursForm", FormView.of(errors)))
                .orElseGet(() -> {
                    Flash.done(next, "people.calendar.hours-set");
                    return new ModelAndView("redirect:/admin/calendar/" + yearOr(shown));
                });
    }

    private int yearOr(@Nullable Integer shown) {
        return shown == null ? LocalDate.now(clock).getYear() : Math.clamp(shown, 1990, 2200);
    }

    private ModelAndView page(int year, HttpStatus status, String name, FormView form) {
        ModelMap model = new ModelMap("form", FormView.of(new ImportForm("", "", null)))
                .addAttribute("hoursForm", FormView.of(new HoursForm(LocalDate.now(clock), null, "")))
                .addAttribute(name, form)
                .addAttribute("sheet", CalendarSheet.of(year, calendars.days(year)))
                .addAttribute("recorded", calendars.year(year))
                .addAttribute("years", YearTab.of(calendars.years(), LocalDate.now(clock).getYear(), year))
                .addAttribute("hours", calendars.hours());
        return new ModelAndView("people/calendar", model, status);
    }
}
