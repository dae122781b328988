package org.sanban.search.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.search.Hit;
import org.sanban.search.Search;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Search by number, sender and words. */
@Controller
@Needs(Needs.SIGNED_IN)
class SearchController {

    private static final int PAGE = 20;

    private final Search search;
    private final Map<String, String> kinds;

    SearchController(Search search, List<SubjectKind> kinds) {
        this.search = search;
        this.kinds = new TreeMap<>(kinds.stream().collect(Collectors.toMap(SubjectKind::kind, SubjectKind::nameKey)));
    }

    @GetMapping("/search")
    String search(SearchForm form, @SignedIn Actor by, Model model) {
        List<Hit> found = search.find(form.query(), form.after(), PAGE + 1, by);
        List<Hit> hits = found.stream().limit(PAGE).toList();
        model.addAttribute("form", form).addAttribute("hits", hits).addAttribute("kinds", kinds)
                .addAttribute("pages", form.address().pages(form.after(), found.size() > PAGE ? hits.getLast().cursor() : null));
        return "search/page";
    }
}
