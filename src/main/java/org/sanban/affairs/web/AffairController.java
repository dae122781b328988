package org.sanban.affairs.web;

import java.util.Map;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Instructions;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of an affair, and the panel on the page of what affairs came of. */
@Controller
@Needs(Needs.SIGNED_IN)
class AffairController {

    private final AffairShowing pages;
    private final AffairList list;
    private final Instructions instructions;
    private final Sight sight;
    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;

    AffairController(
            AffairShowing pages, AffairList list, Instructions instructions, Sight sight, Categories categories, Directory directory, Organizations organizations) {
        this.pages = pages;
        this.list = list;
        this.instructions = instructions;
        this.sight = sight;
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
    }

    @GetMapping("/affairs/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.show(id, Map.of(), by, shell, HttpStatus.OK);
    }

    @GetMapping("/affairs/panel")
    String panel(@RequestParam String subject, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        SubjectRef ref;
        try {
            ref = SubjectRef.of(subject);
        } catch (IllegalArgumentException typedByHand) {
            throw new NotFound();
        }
        if (!sight.sees(by, ref)) {
            throw new NotFound();
        }
        model.addAttribute("lines", list.page(AffairList.Filter.of(ref), null, 20, by)).addAttribute("instructions", instructions.on(ref))
                .addAttribute("words", AffairWords.of(categories, directory, organizations, shell.texts()));
        return "affairs/panel";
    }
}
