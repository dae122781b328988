package org.sanban.affairs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Mark;
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

/** Affairs as a list, as the supervisors' board, and as the board for the wall. */
@Controller
@Needs(Needs.SIGNED_IN)
class AffairListController {

    private static final int PAGE = 50;
    private static final int MOST = 20_000;
    /** Of a hundred: over it the urgent lane is a habit. */
    private static final int HABIT = 25;

    private final AffairList list;
    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;
    private final Clock clock;

    AffairListController(AffairList list, Categories categories, Directory directory, Organizations organizations, Clock clock) {
        this.list = list;
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/affairs")
    String index(FilterForm form, @RequestParam(required = false) @Nullable String after, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        List<AffairList.Line> found = list.page(form.filter(), after, PAGE + 1, by);
        List<AffairList.Line> lines = found.stream().limit(PAGE).toList();
        model.addAttribute("lines", lines).addAttribute("form", form).addAttribute("words", words(shell)).addAttribute("count", list.count(form.filter(), by))
                .addAttribute("begins", by.may(AffairsNavigation.BEGINS)).addAttribute("files", by.may(TicketController.FILES))
                .addAttribute("pages", form.address().pages(after, found.size() > PAGE ? lines.getLast().cursor() : null));
        return "affairs/list";
    }

    @GetMapping("/affairs.xlsx")
    void excel(FilterForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"affairs.xlsx\"");
        new AffairSheet(words(shell), clock.getZone()).write(list, form.filter(), MOST, by, response.getOutputStream());
    }

    @GetMapping("/affairs/board")
    String board(@SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        return board("affairs/board", by, shell, model);
    }

    /** Big and without anything personal, for a screen that everybody passes; it reads itself anew. */
    @GetMapping("/affairs/wall")
    String wall(@SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        return board("affairs/wall", by, shell, model);
    }

    private String board(String view, Actor by, Shell shell, Model model) {
        Map<AffairList.By, List<AffairList.Row>> boards = new LinkedHashMap<>();
        for (AffairList.By one : AffairList.By.values()) {
            boards.put(one, list.board(one, by));
        }
        Map<Mark, Integer> all = new LinkedHashMap<>();
        for (Mark mark : List.of(Mark.OPEN, Mark.LATE, Mark.NOT_MOVING, Mark.THIS_WEEK)) {
            all.put(mark, list.count(AffairList.Filter.marked(mark), by));
        }
        Integer share = list.urgentShare(by);
        model.addAttribute("urgent", share != null && share > HABIT ? share : null);
        model.addAttribute("boards", boards).addAttribute("all", all).addAttribute("words", words(shell));
        return view;
    }

    private AffairWords words(Shell shell) {
        return AffairWords.of(categories, directory, organizations, shell.texts());
    }
}
