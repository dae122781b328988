package org.sanban.errors.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.ErrorList;
import org.sanban.errors.Errors;
import org.sanban.errors.Restricted;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of errors as a list and as Excel, the page of one, and the panel on the page of a subject. */
@Controller
@Needs(Needs.SIGNED_IN)
class ErrorRegisterController {

    private static final int PAGE = 50;
    private static final int MOST = 100_000;

    private final Errors errors;
    private final ErrorList list;
    private final Restricted restricted;
    private final ErrorShowing pages;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Clock clock;

    ErrorRegisterController(Errors errors, ErrorList list, Restricted restricted, ErrorShowing pages, Taxonomy taxonomy, Directory directory, Clock clock) {
        this.errors = errors;
        this.list = list;
        this.restricted = restricted;
        this.pages = pages;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/errors")
    String list(FilterForm form, @RequestParam(required = false) @Nullable String after, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        List<ErrorList.Line> found = list.page(form.filter(), after, PAGE + 1, by);
        List<ErrorList.Line> lines = found.stream().limit(PAGE).toList();
        model.addAttribute("lines", lines).addAttribute("form", form).addAttribute("query", form.address().query())
                .addAttribute("count", list.count(form.filter(), by))
                .addAttribute("words", ErrorWords.of(taxonomy, directory, shell.texts()))
                .addAttribute("keeps", by.may(ErrorsNavigation.PROPOSALS))
                .addAttribute("pages", form.address().pages(after, found.size() > PAGE ? lines.getLast().cursor() : null));
        return "errors/list";
    }

    @GetMapping("/errors.xlsx")
    void excel(FilterForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"errors.xlsx\"");
        new ErrorSheet(ErrorWords.of(taxonomy, directory, shell.texts()), clock.getZone()).write(list, form.filter(), MOST, by, response.getOutputStream());
    }

    @GetMapping("/errors/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.show(id, Map.of(), by, shell, HttpStatus.OK);
    }

    /** On the page of one's own figures, and for nobody else: errors of this year that one made, told or verified. */
    @GetMapping("/errors/own")
    String own(@SignedIn Actor by, Model model) {
        LocalDate year = LocalDate.now(clock).withDayOfYear(1);
        FilterForm all = own(year, false);
        FilterForm near = own(year, true);
        model.addAttribute("errors", list.count(all.filter(), by)).addAttribute("near", list.count(near.filter(), by)).addAttribute("waiting", restricted.waitingFor(by.id()))
                .addAttribute("all", all.address().toString()).addAttribute("nearMisses", near.address().toString());
        return "errors/own";
    }

    private static FilterForm own(LocalDate year, boolean nearMiss) {
        return new FilterForm(null, null, null, null, null, null, null, null, null, nearMiss, null, true, null, year, null, null);
    }

    /** On the page of any subject: its errors, as far as the reader may read them. */
    @GetMapping("/errors/panel")
    String panel(@RequestParam String subject, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        SubjectRef ref;
        try {
            ref = SubjectRef.of(subject);
        } catch (IllegalArgumentException typedByHand) {
            throw new NotFound();
        }
        if (!errors.sees(ref, by)) {
            throw new NotFound();
        }
        model.addAttribute("lines", errors.of(ref, by)).addAttribute("subject", ref).addAttribute("words", ErrorWords.of(taxonomy, directory, shell.texts()));
        return "errors/panel";
    }
}
