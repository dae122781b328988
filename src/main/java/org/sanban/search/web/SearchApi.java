package org.sanban.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.search.Hit;
import org.sanban.search.Search;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search for programs. */
@RestController
@Needs(Needs.SIGNED_IN)
class SearchApi {

    /** @param next cursor of the next page; null at the end */
    public record Page(List<Hit> items, @Nullable String next) {}

    private static final int LARGEST = 100;

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    @GetMapping("/api/search")
    Page search(SearchForm form, @RequestParam(defaultValue = "20") int limit, @SignedIn Actor by) {
        int size = Math.clamp(limit, 1, LARGEST);
        List<Hit> found = search.find(form.query(), form.after(), size + 1, by);
        List<Hit> hits = found.stream().limit(size).toList();
        return new Page(hits, found.size() > size ? hits.getLast().cursor() : null);
    }
}
