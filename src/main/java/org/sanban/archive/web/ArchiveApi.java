package org.sanban.archive.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.archive.ArrangeForm;
import org.sanban.archive.Arranging;
import org.sanban.archive.Check;
import org.sanban.archive.ItemLine;
import org.sanban.archive.ItemView;
import org.sanban.archive.Items;
import org.sanban.archive.StoreForm;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The archive for programs. What is written names the version of the item it was read at: a second sending finds another
 * version and is answered 409, so nothing is done twice.
 */
@RestController
@RequestMapping("/api/archive/items")
@Needs(ArchiveNavigation.READ)
class ArchiveApi {

    /** @param next cursor of the next page; null at the end */
    public record Page(List<ItemLine> items, int count, @Nullable String next) {}

    public record Given(String code) {}

    private static final int LARGEST = 200;

    private final Items items;
    private final Arranging arranging;
    private final Clock clock;

    ArchiveApi(Items items, Arranging arranging, Clock clock) {
        this.items = items;
        this.arranging = arranging;
        this.clock = clock;
    }

    @GetMapping
    Page list(ListForm form, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int size = Math.clamp(limit, 1, LARGEST);
        List<ItemLine> found = items.list(form.filter(), Items.Cursor.of(form.after()), size + 1, by, clock.instant());
        List<ItemLine> lines = found.stream().limit(size).toList();
        return new Page(lines, items.count(form.filter(), by, clock.instant()), found.size() > size
                ? new Items.Cursor(lines.getLast().transferredAt(), lines.getLast().id()).toString() : null);
    }

    @GetMapping("/{id}")
    ItemView one(@PathVariable long id, @SignedIn Actor by) {
        return items.one(id, by);
    }

    @PutMapping("/{id}/arrangement")
    @Needs(ArchiveNavigation.ARRANGE)
    Given arrange(@PathVariable long id, @RequestParam int version, @RequestBody @Valid ArrangeForm form, @SignedIn Actor by) {
        return new Given(arranging.arrange(id, form, version, by, clock.instant()));
    }

    @PostMapping("/{id}/tests")
    @Needs(ArchiveNavigation.ARRANGE)
    List<Check> test(@PathVariable long id, @RequestParam int version, @SignedIn Actor by) {
        return arranging.test(id, version, by, clock.instant());
    }

    /** Says that a person has looked at the files without readable text; tests again. */
    @PostMapping("/{id}/looks")
    @Needs(ArchiveNavigation.ARRANGE)
    List<Check> looked(@PathVariable long id, @RequestParam int version, @SignedIn Actor by) {
        return arranging.looked(id, version, by, clock.instant());
    }

    @PutMapping("/{id}/place")
    @Needs(ArchiveNavigation.STORE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void locate(@PathVariable long id, @RequestParam int version, @RequestBody @Valid StoreForm form, @SignedIn Actor by) {
        arranging.locate(id, form, version, by, clock.instant());
    }
}
