package org.sanban.outgoing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.DocType;
import org.sanban.numbers.SeriesRegister;
import org.sanban.outgoing.OutgoingList;
import org.sanban.outgoing.OutgoingList.Filter;
import org.sanban.outgoing.OutgoingList.Line;
import org.sanban.pages.FormView;
import org.sanban.pages.ListAddress;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of outgoing papers: a list with its filters in the address, and the same as an Excel file. */
@Controller
@Needs(Needs.SIGNED_IN)
class OutgoingListController {

    private static final int PAGE = 50;

    private final OutgoingList list;
    private final LineWords words;
    private final OutgoingWorkbook workbook;
    private final SeriesRegister register;
    private final Directory directory;

    OutgoingListController(OutgoingList list, LineWords words, OutgoingWorkbook workbook, SeriesRegister register, Directory directory) {
        this.list = list;
        this.words = words;
        this.workbook = workbook;
        this.register = register;
        this.directory = directory;
    }

    @GetMapping("/documents/outgoing")
    String index(
            @ModelAttribute("filter") FilterForm form, BindingResult unread, @RequestParam(required = false) @Nullable String after, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, Model model) {
        Long key = after != null && after.matches("\\d{1,18}") ? Long.valueOf(after) : null;
        List<Line> lines = list.page(filter(form), key, PAGE + 1, by);
        boolean more = lines.size() > PAGE;
        List<Line> shown = more ? lines.subList(0, PAGE) : lines;
        model.addAttribute("lines", shown)
                .addAttribute("form", FormView.of(unread))
                .addAttribute("words", words.of(shown, shell.texts()))
                .addAttribute("choices", new StepChoices(shell.texts(), directory, List.of(), List.of(), false))
                .addAttribute("series", register.all())
                .addAttribute("query", form.address().query())
                .addAttribute("pages", form.address().pages(key, more ? shown.getLast().id() : null))
                .addAttribute("note", shell.t("outgoing.list.note", PAGE));
        return "outgoing/list";
    }

    @GetMapping("/documents/outgoing.xlsx")
    void export(
            @ModelAttribute("filter") FilterForm form, BindingResult unread, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"outgoing.xlsx\"");
        workbook.write(filter(form), by, shell.texts(), response.getOutputStream());
    }

    private Filter filter(FilterForm f) {
        String numbers = register.all().stream().filter(s -> s.code().equals(f.series())).findFirst()
                .map(s -> s.format().replace("{code}", s.code()).replace("{year}", "____").replace("{n}", "%")).orElse(null);
        return new Filter(f.number(), f.words(), f.type(), numbers, f.step(), f.unit(), f.from(), f.until());
    }

    /** The filters as they stand in the address. */
    record FilterForm(
            @Nullable String number, @Nullable String words, @Nullable DocType type, @Nullable String series, @Nullable String step, @Nullable Long unit,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {

        ListAddress address() {
            return ListAddress.of("/documents/outgoing").with("number", number).with("words", words).with("type", type).with("series", series)
                    .with("step", step).with("unit", unit).with("from", from).with("until", until);
        }
    }
}
