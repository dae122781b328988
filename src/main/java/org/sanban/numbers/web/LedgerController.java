package org.sanban.numbers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.GapReport;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.NumberLine.State;
import org.sanban.numbers.Series;
import org.sanban.numbers.SeriesRegister;
import org.sanban.pages.PageLinks;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lines of a series in a year, on a page and as Excel. */
@Controller
@Needs(NumbersNavigation.READ)
class LedgerController {

    private static final int PAGE = 50;
    private static final int LARGEST = 10_000;

    private final SeriesRegister register;
    private final Ledger ledger;
    private final GapReport report;
    private final Directory directory;
    private final Clock clock;

    LedgerController(SeriesRegister register, Ledger ledger, GapReport report, Directory directory, Clock clock) {
        this.register = register;
        this.ledger = ledger;
        this.report = report;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/numbers/{id:\\d+}")
    String show(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer year, @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int before, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        Series series = register.one(id);
        int asked = year == null ? ledger.year(clock.instant()) : year;
        List<NumberLine> found = ledger.page(id, asked, state, before, PAGE + 1, by);
        List<NumberLine> lines = found.stream().limit(PAGE).toList();
        String query = "year=" + asked + (state == null ? "" : "&state=" + state);
        String list = "/numbers/" + id + "?" + query;
        model.addAttribute("series", series).addAttribute("year", asked).addAttribute("state", state).addAttribute("query", query)
                .addAttribute("years", ledger.years(id, asked)).addAttribute("lines", lines)
                .addAttribute("leaps", report.leaps(series, asked))
                .addAttribute("words", NumberWords.of(lines, directory, shell.texts()))
                .addAttribute("mayReserve", by.may(NumbersNavigation.RESERVE)).addAttribute("mayDefine", by.may(NumbersNavigation.SERIES))
                .addAttribute("pages", new PageLinks(before == 0 ? null : list, found.size() > PAGE ? list + "&before=" + lines.getLast().seq() : null));
        return "numbers/ledger";
    }

    @GetMapping("/numbers/{id:\\d+}/ledger.xlsx")
    void excel(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer year, @RequestParam(required = false) @Nullable State state,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        Series series = register.one(id);
        List<NumberLine> lines = ledger.page(id, year == null ? ledger.year(clock.instant()) : year, state, 0, LARGEST + 1, by);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"numbers.xlsx\"");
        new LedgerSheet(NumberWords.of(lines, directory, shell.texts()), clock.getZone()).write(series, lines, LARGEST, response.getOutputStream());
    }
}
