package org.sanban.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.IncomingList;
import org.sanban.documents.IncomingList.Filter;
import org.sanban.documents.IncomingList.Line;
import org.sanban.pages.ListAddress;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of incoming papers: a list with its filters in the address, and the same as an Excel file. */
@Controller
@Needs(Needs.SIGNED_IN)
class IncomingListController {

    private static final int PAGE = 50;

    private final IncomingList list;
    private final ListWords words;
    private final RegisterWorkbook workbook;

    IncomingListController(IncomingList list, ListWords words, RegisterWorkbook workbook) {
        this.list = list;
        this.words = words;
        this.workbook = workbook;
    }

    @GetMapping("/documents/incoming")
    String index(
            @ModelAttribute("filter") FilterForm form, BindingResult unread, @RequestParam(required = false) @Nullable String after, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, Model model) {
        Filter filter = form.filter();
        List<Line> lines = list.page(filter, after, PAGE + 1, by);
        boolean more = lines.size() > PAGE;
        List<Line> shown = more ? lines.subList(0, PAGE) : lines;
        model.addAttribute("lines", shown)
                .addAttribute("form", org.sanban.pages.FormView.of(unread))
                .addAttribute("words", words.of(shown, shell.texts()))
                .addAttribute("choices", new PaperChoices(shell.texts(), List.of()))
                .addAttribute("query", form.address().query())
                .addAttribute("pages", form.address().pages(after, more ? shown.getLast().cursor() : null))
                .addAttribute("note", shell.t("documents.list.note", PAGE));
        return "documents/incoming-list";
    }

    @GetMapping("/documents/incoming.xlsx")
    void export(
            @ModelAttribute("filter") FilterForm form, BindingResult unread, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"incoming.xlsx\"");
        workbook.write(form.filter(), by, shell.texts(), response.getOutputStream());
    }

    /** The filters as they stand in the address. */
    record FilterForm(
            @Nullable String number, @Nullable String sender, @Nullable String title, org.sanban.documents.@Nullable DocType type,
            org.sanban.documents.@Nullable UrgencyMark urgency, org.sanban.documents.Particulars.@Nullable Kind kind, @Nullable String step,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) java.time.@Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) java.time.@Nullable LocalDate until) {

        Filter filter() {
            return new Filter(number, sender, title, type, urgency, kind, step, from, until);
        }

        ListAddress address() {
            return ListAddress.of("/documents/incoming").with("number", number).with("sender", sender).with("title", title).with("type", type)
                    .with("urgency", urgency).with("kind", kind).with("step", step).with("from", from).with("until", until);
        }
    }
}
