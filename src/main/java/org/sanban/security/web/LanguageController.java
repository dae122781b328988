package org.sanban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.sanban.people.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Switches the language of the browser and comes back to the page. */
@Controller
class LanguageController {

    private final LocaleResolver locales;

    LanguageController(LocaleResolver locales) {
        this.locales = locales;
    }

    @PostMapping("/language")
    @Needs(Needs.NOTHING)
    String change(
            @RequestParam String language, @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, language.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return "redirect:" + here(back);
    }

    /** Only a path of this house: never another host, whatever a form was made to say. */
    private static String here(String back) {
        return back.matches("/(?![/\\\\])[^\\\\\\s{}]*") ? back : "/";
    }
}
