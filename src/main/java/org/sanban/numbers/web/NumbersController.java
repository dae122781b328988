package org.sanban.numbers.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.GapReport;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.SeriesRegister;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The series of the office with how they stand, and the monthly report. */
@Controller
@Needs(NumbersNavigation.READ)
class NumbersController {

    private final SeriesRegister register;
    private final Ledger ledger;
    private final GapReport report;
    private final Organizations organizations;
    private final Directory directory;
    private final Clock clock;

    NumbersController(SeriesRegister register, Ledger ledger, GapReport report, Organizations organizations, Directory directory, Clock clock) {
        this.register = register;
        this.ledger = ledger;
        this.report = report;
        this.organizations = organizations;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/numbers")
    String index(@SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        int year = ledger.year(clock.instant());
        List<NumberLine> reserved = ledger.reserved(by);
        model.addAttribute("series", register.all())
                .addAttribute("standings", ledger.standings(year))
                .addAttribute("bodies", organizations.all().stream().collect(Collectors.toMap(Organizations.Organization::code, Organizations.Organization::shortName)))
                .addAttribute("year", year)
                .addAttribute("reserved", reserved)
                .addAttribute("words", NumberWords.of(reserved, directory, shell.texts()))
                .addAttribute("mayDefine", by.may(NumbersNavigation.SERIES));
        return "numbers/index";
    }

    @GetMapping("/numbers/report")
    String report(@RequestParam(required = false) @Nullable YearMonth month, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        YearMonth asked = Months.fit(month, clock);
        List<GapReport.Entry> entries = report.of(asked, by);
        List<NumberLine> named = entries.stream().flatMap(e -> Stream.concat(e.voided().stream(), e.reserved().stream())).toList();
        model.addAttribute("month", asked)
                .addAttribute("entries", entries)
                .addAttribute("missing", entries.stream().flatMap(e -> e.unexplained().stream()).mapToInt(r -> r.last() - r.first() + 1).sum())
                .addAttribute("words", NumberWords.of(named, directory, shell.texts()));
        return "numbers/report";
    }
}
