package org.sanban.notices.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.notices.Preferences;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person wants to be told by e-mail. */
@Controller
@Needs(Needs.SIGNED_IN)
class PreferencesController {

    /** What is typed and ticked. */
    public record PreferencesForm(@Nullable String mail, @Nullable String locale, @Nullable List<String> kinds) {}

    private final Preferences preferences;

    PreferencesController(Preferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping("/me/notices")
    String show(@SignedIn Actor by, Model model) {
        Preferences.Choice choice = preferences.of(by.id());
        return page(FormView.of(new PreferencesForm(choice.mail(), choice.locale(), choice.kinds())), model);
    }

    @PostMapping("/me/notices")
    String keep(
            @ModelAttribute("form") PreferencesForm form, BindingResult errors, @SignedIn Actor by, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        try {
            if (!errors.hasErrors()) {
                preferences.keep(by.id(), Preferences.Choice.given(form.mail(), form.locale(), form.kinds()));
                Flash.done(next, "notices.me.saved");
                return "redirect:/me/notices";
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        response.setStatus(422);
        return page(FormView.of(errors), model);
    }

    private String page(FormView form, Model model) {
        model.addAttribute("form", form).addAttribute("kinds", preferences.kinds()).addAttribute("mailing", preferences.mailing());
        return "notices/me";
    }
}
