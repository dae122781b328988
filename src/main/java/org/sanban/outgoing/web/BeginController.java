package org.sanban.outgoing.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Beginning an outgoing paper (拟稿): its type first, then the editor. */
@Controller
@Needs({"draft.create", "item.handle"})
class BeginController {

    private final Drafts drafts;
    private final DraftPages pages;
    private final Organizations organizations;
    private final Clock clock;

    BeginController(Drafts drafts, DraftPages pages, Organizations organizations, Clock clock) {
        this.drafts = drafts;
        this.pages = pages;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/documents/outgoing/new")
    ModelAndView blank(@RequestParam(required = false) @Nullable Long answers, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (answers != null) {
            Draft answer = drafts.answerTo(answers, by);
            fields.put("answers", answers);
            fields.put("docType", Objects.requireNonNull(answer.docType()));
        }
        return page(new FormView(new MapBindingResult(fields, "form"), 0, RequestId.next()), by, shell, HttpStatus.OK);
    }

    @PostMapping("/documents/outgoing/new")
    ModelAndView create(@Valid @ModelAttribute("form") BeginForm form, BindingResult errors, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        if (!errors.hasErrors()) {
            try {
                long id = drafts.begin(draft(form, by), by, clock.instant(), Objects.requireNonNullElseGet(form.requestId(), RequestId::next));
                return new ModelAndView("redirect:/documents/outgoing/" + id + "/draft");
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        return page(FormView.of(errors), by, shell, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Draft draft(BeginForm form, Actor by) {
        Draft d = form.answers() == null ? Draft.EMPTY : drafts.answerTo(form.answers(), by);
        List<String> signature = organizations.byId(Objects.requireNonNull(form.issuer())).map(o -> List.of(o.name())).orElse(List.of());
        return new Draft(
                form.docType(), form.towards(), d.medium(), form.issuer(), List.of(), "", d.mainRecipients(), List.of(), "", List.of(), signature, List.of(),
                "", null, "", d.urgency(), d.secrecy(), false, false, form.onBehalfOf(), d.answersIncoming(), null, false, false, false, "",
                d.neededBy(), null, Map.of());
    }

    private ModelAndView page(FormView form, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("outgoing/new");
        page.setStatus(status);
        String answers = form.value("answers");
        page.addObject("answers", pages.line(answers.matches("\\d{1,18}") ? Long.valueOf(answers) : null, by));
        return page.addObject("shell", shell).addObject("form", form).addObject("choices", pages.choices(List.of(), shell));
    }
}
