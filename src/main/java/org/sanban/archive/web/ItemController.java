package org.sanban.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.archive.ArrangeForm;
import org.sanban.archive.Arranging;
import org.sanban.archive.ItemView;
import org.sanban.archive.Items;
import org.sanban.archive.StoreForm;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One item: what was handed over, the form to arrange it, its test and its place. */
@Controller
@Needs(ArchiveNavigation.READ)
class ItemController {

    private final Items items;
    private final Arranging arranging;
    private final Directory directory;
    private final Clock clock;

    ItemController(Items items, Arranging arranging, Directory directory, Clock clock) {
        this.items = items;
        this.arranging = arranging;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/archive/items/{id}")
    String show(@PathVariable long id, @SignedIn Actor by, Model model) {
        return page(items.one(id, by), null, null, by, model);
    }

    /** On a subject's page, for all who see the subject: number and place stay to be asked for. */
    @GetMapping("/archive/panel")
    @Needs(Needs.SIGNED_IN)
    String panel(@RequestParam String subject, @SignedIn Actor by, Model model) {
        try {
            model.addAttribute("item", items.of(SubjectRef.of(subject), by).orElseThrow(NotFound::new)).addAttribute("opens", by.may(ArchiveNavigation.READ));
            return "archive/panel";
        } catch (IllegalArgumentException typedByHand) {
            throw new NotFound();
        }
    }

    @PostMapping("/archive/items/{id}/arrangement")
    @Needs(ArchiveNavigation.ARRANGE)
    String arrange(@PathVariable long id, @Valid ArrangeForm form, BindingResult errors, @RequestParam int version, @SignedIn Actor by,
            Model model, RedirectAttributes next, HttpServletResponse response) {
        return attempt(errors, () -> Flash.done(next, "archive.item.arranged", arranging.arrange(id, form, version, by, clock.instant())))
                ? "redirect:/archive/items/" + id
                : again(response, page(items.one(id, by), FormView.of(errors).at(version), null, by, model));
    }

    @PostMapping("/archive/items/{id}/tests")
    @Needs(ArchiveNavigation.ARRANGE)
    String test(@PathVariable long id, @RequestParam int version, @SignedIn Actor by) {
        arranging.test(id, version, by, clock.instant());
        return "redirect:/archive/items/" + id;
    }

    @PostMapping("/archive/items/{id}/looks")
    @Needs(ArchiveNavigation.ARRANGE)
    String looked(@PathVariable long id, @RequestParam int version, @SignedIn Actor by) {
        arranging.looked(id, version, by, clock.instant());
        return "redirect:/archive/items/" + id;
    }

    @PostMapping("/archive/items/{id}/place")
    @Needs(ArchiveNavigation.STORE)
    String locate(@PathVariable long id, @Valid StoreForm form, BindingResult errors, @RequestParam int version, @SignedIn Actor by,
            Model model, RedirectAttributes next, HttpServletResponse response) {
        boolean done = attempt(errors, () -> {
            arranging.locate(id, form, version, by, clock.instant());
            Flash.done(next, "archive.item.located");
        });
        return done ? "redirect:/archive/items/" + id : again(response, page(items.one(id, by), null, FormView.of(errors).at(version), by, model));
    }

    private static boolean attempt(BindingResult errors, Runnable act) {
        if (!errors.hasErrors()) {
            try {
                act.run();
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        return !errors.hasErrors();
    }

    private static String again(HttpServletResponse response, String view) {
        response.setStatus(422);
        return view;
    }

    private String page(ItemView item, @Nullable FormView arrangement, @Nullable FormView place, Actor by, Model model) {
        List<Long> persons = Stream.of(item.transferredBy(), item.arrangedBy(), item.testedBy(), item.storedBy()).filter(Objects::nonNull).toList();
        model.addAttribute("item", item).addAttribute("names", directory.persons(persons)).addAttribute("rejections", items.rejections(item.id()))
                .addAttribute("mayArrange", by.may(ArchiveNavigation.ARRANGE)).addAttribute("mayStore", by.may(ArchiveNavigation.STORE))
                .addAttribute("arrangement", arrangement != null ? arrangement : FormView.of(ItemForms.arrangement(item)).at(item.version()))
                .addAttribute("place", place != null ? place : FormView.of(new StoreForm(item.place(), Objects.requireNonNullElse(item.location(), ""))).at(item.version()));
        return "archive/item";
    }
}
