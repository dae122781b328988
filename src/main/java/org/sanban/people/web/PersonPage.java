package org.sanban.people.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;
import org.sanban.pages.FormView;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.people.Directory;
import org.sanban.people.Leaving;
import org.sanban.people.PersonForm;
import org.sanban.people.Persons;
import org.sanban.people.PostForm;
import org.sanban.people.Posts;
import org.sanban.people.Roles;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** The page of a person: everything an administrator may change about one, each in its own form. */
@Component
class PersonPage {

    private final Persons persons;
    private final Posts posts;
    private final Roles roles;
    private final Leaving leaving;
    private final Directory directory;
    private final PeopleChoices choices;
    private final MessageSource messages;
    private final Clock clock;

    PersonPage(
            Persons persons, Posts posts, Roles roles, Leaving leaving, Directory directory, PeopleChoices choices,
            MessageSource messages, Clock clock) {
        this.persons = persons;
        this.posts = posts;
        this.roles = roles;
        this.leaving = leaving;
        this.directory = directory;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    /** The page as it stands. */
    ModelAndView of(long id, Actor by) {
        return of(id, by, HttpStatus.OK, "", null);
    }

    /** The page with one of its forms as it was refused. */
    ModelAndView of(long id, Actor by, HttpStatus status, String refused, @Nullable FormView form) {
        Persons.Person p = persons.byId(id);
        Texts texts = new Texts(messages, LocaleContextHolder.getLocale());
        Long standIn = directory.standInOf(id).map(Directory.Entry::id).orElse(null);
        PersonForm filled = new PersonForm(
                p.code(), p.name(), p.contract(), p.rank(), p.ordering(), p.email(), p.officePhone(), p.version());
        ModelMap model = new ModelMap("person", p)
                .addAttribute("by", by)
                .addAttribute("form", FormView.of(filled).at(p.version()))
                .addAttribute("postForm", FormView.of(new PostForm(null, "", false, false, LocalDate.now(clock))))
                .addAttribute("standInForm", FormView.of(new StandInForm(standIn)))
                .addAttribute("clearanceForm", FormView.of(new ClearanceForm(p.clearance())))
                .addAttribute("grantForm", FormView.of(new GrantForm(null, null)))
                .addAttribute("handOverForm", FormView.of(new HandOverForm(standIn, "")))
                .addAttribute("posts", posts.of(id))
                .addAttribute("grants", roles.granted(id))
                .addAttribute("roleNames", roleNames())
                .addAttribute("held", leaving.held(id))
                .addAttribute("units", choices.units())
                .addAttribute("persons", choices.persons())
                .addAttribute("roles", roleChoices(texts))
                .addAttribute("clearances", clearances(texts));
        if (form != null) {
            model.put(refused, refused.equals("form") ? form.at(p.version()) : form);
        }
        return new ModelAndView("people/person", model, status);
    }

    private List<Choice> roleChoices(Texts texts) {
        return roles.all().stream()
                .map(r -> Choice.of(r.code(), texts.chinese() ? r.name() : r.nameEn()).under(texts.of("people.roles.scope." + r.scope())))
                .toList();
    }

    private static List<Choice> clearances(Texts texts) {
        return Arrays.stream(Clearance.values()).map(c -> Choice.of(c, texts.of("people.clearance." + c))).toList();
    }

    /** Role names in the language of the request, by code. */
    Map<String, String> roleNames() {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        return roles.all().stream().collect(Collectors.toMap(Roles.Role::code, r -> chinese ? r.name() : r.nameEn()));
    }
}
