package org.sanban.demo.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Needs;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The living style page: every component with sample data, in both languages. */
@Controller
@Profile("!production")
@Needs(Needs.SIGNED_IN)
class StyleController {

    private final Clock clock;

    StyleController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/ui")
    ModelAndView show(@ModelAttribute("shell") Shell shell) {
        return page("demo/style", HttpStatus.OK, FormView.of(StyleForm.blank()), shell);
    }

    @GetMapping("/ui/paper")
    ModelAndView paper(@ModelAttribute("shell") Shell shell) {
        return page("demo/style-paper", HttpStatus.OK, FormView.of(StyleForm.blank()), shell);
    }

    @PostMapping("/ui")
    ModelAndView send(
            @Valid StyleForm form, BindingResult errors, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        try {
            Refused.unless(form.agreed(), "style.refusal.not-agreed");
            if (!errors.hasErrors()) {
                Flash.done(next, "style.flash.sent", form.title());
                return new ModelAndView("redirect:/ui");
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        return page("demo/style", HttpStatus.UNPROCESSABLE_CONTENT, FormView.of(errors), shell);
    }

    private ModelAndView page(String view, HttpStatus status, FormView form, Shell shell) {
        ModelMap model = new ModelMap("form", form)
                .addAttribute("shell", shell)
                .addAttribute("sample", new StyleSample(shell.texts(), clock.instant()));
        return new ModelAndView(view, model, status);
    }
}
