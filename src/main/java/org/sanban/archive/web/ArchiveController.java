package org.sanban.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sanban.archive.ItemFigure;
import org.sanban.archive.ItemFilter;
import org.sanban.archive.ItemLine;
import org.sanban.archive.ItemState;
import org.sanban.archive.Items;
import org.sanban.archive.Retention;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The archivist's desk, the list of items, the directory as a sheet and as Excel. */
@Controller
@Needs(ArchiveNavigation.READ)
class ArchiveController {

    private static final int PAGE = 50;
    private static final int MOST_PRINTED = 5000;
    private static final int MOST_IN_A_SHEET = 1_000_000;

    private final Items items;
    private final Clock clock;

    ArchiveController(Items items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    @GetMapping("/archive")
    String desk(@RequestParam(defaultValue = "year") String period, @SignedIn Actor by, Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = period.equals("month") ? today.withDayOfMonth(1) : today.withDayOfYear(1);
        int handedOver = items.count(ItemFilter.of(ItemFigure.HANDED_OVER, since), by, clock.instant());
        model.addAttribute("period", period)
                .addAttribute("today", List.of(figure(ItemFigure.HANDED_OVER_TODAY, -1, since, by), figure(ItemFigure.ARRANGED_TODAY, -1, since, by),
                        figure(ItemFigure.STORED_TODAY, -1, since, by), figure(ItemFigure.UNFINISHED, -1, since, by)))
                .addAttribute("shares", List.of(figure(ItemFigure.HANDED_OVER, -1, since, by), figure(ItemFigure.SAME_DAY, handedOver, since, by),
                        figure(ItemFigure.NOT_SAME_DAY, handedOver, since, by), figure(ItemFigure.PROMPT, handedOver, since, by),
                        figure(ItemFigure.REJECTED, handedOver, since, by)))
                .addAttribute("waiting", items.list(ItemFilter.of(ItemFigure.UNFINISHED, since), null, PAGE, by, clock.instant()));
        return "archive/desk";
    }

    private Figure figure(ItemFigure figure, int of, LocalDate since, Actor by) {
        int count = items.count(ItemFilter.of(figure, since), by, clock.instant());
        return new Figure("archive.figure." + figure, count, of, "/archive/items?figure=" + figure + "&since=" + since);
    }

    @GetMapping("/archive/items")
    String list(ListForm form, @SignedIn Actor by, Model model) {
        List<ItemLine> found = items.list(form.filter(), Items.Cursor.of(form.after()), PAGE + 1, by, clock.instant());
        List<ItemLine> lines = found.stream().limit(PAGE).toList();
        model.addAttribute("lines", lines).addAttribute("form", form).addAttribute("query", form.address().query())
                .addAttribute("count", items.count(form.filter(), by, clock.instant()))
                .addAttribute("states", List.of(ItemState.values())).addAttribute("retentions", List.of(Retention.values()))
                .addAttribute("pages", form.address().pages(form.after(), found.size() > PAGE
                        ? new Items.Cursor(lines.getLast().transferredAt(), lines.getLast().id()) : null));
        return "archive/items";
    }

    @GetMapping("/archive/directory")
    String directory(ListForm form, @SignedIn Actor by, Model model) {
        model.addAttribute("lines", items.directory(form.filter(), MOST_PRINTED, by, clock.instant())).addAttribute("most", MOST_PRINTED).addAttribute("query", form.address().query());
        return "archive/directory";
    }

    @GetMapping("/archive/directory.xlsx")
    void excel(ListForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"archive-directory.xlsx\"");
        new DirectorySheet(shell).write(items.directory(form.filter(), MOST_IN_A_SHEET, by, clock.instant()), response.getOutputStream());
    }
}
