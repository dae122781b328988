package org.sanban.duty.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.duty.Desk;
import org.sanban.pages.Choice;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Navigation;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The duty desk on one page: who is on duty, what is open, the log, the hand-over. */
@Controller
@RequestMapping("/duty")
@Needs(DutyController.LOGS)
class DutyController {

    static final String LOGS = "duty.log";

    @Configuration(proxyBeanMethods = false)
    static class DutyNavigation {
        @Bean
        Navigation dutyPlace() {
            return new Navigation("duty.nav", "/duty", 43, LOGS);
        }
    }

    public record NoteForm(@Nullable String caller, @Nullable String words) {}

    public record ReportForm(@Nullable String caller, @Nullable String words, @Nullable LocalDateTime learnedAt, @Nullable String level) {}

    public record ShiftForm(@Nullable LocalDateTime from, @Nullable LocalDateTime until, @Nullable Long leader, @Nullable Long officer, @Nullable Long deputy) {}

    public record GiveForm(@Nullable String handoverWords) {}

    private final Desk desk;
    private final Directory directory;
    private final Clock clock;

    DutyController(Desk desk, Directory directory, Clock clock) {
        this.desk = desk;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(Map.of(), by, shell, HttpStatus.OK);
    }

    @PostMapping("/notes")
    ModelAndView note(@ModelAttribute("form") NoteForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write("note", wrong, by, shell, next, () -> desk.note(text(form.caller()), text(form.words()), by, clock.instant(), key(requestId)));
    }

    @PostMapping("/reports")
    ModelAndView report(@ModelAttribute("form") ReportForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write("report", wrong, by, shell, next, () -> desk.report(text(form.caller()), text(form.words()), instant(form.learnedAt()), form.level(), by, clock.instant(), key(requestId)));
    }

    @PostMapping("/shifts")
    ModelAndView plan(@ModelAttribute("form") ShiftForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write("shift", wrong, by, shell, next, () -> desk.plan(instant(form.from()), instant(form.until()), form.leader(), form.officer(), form.deputy(), by, clock.instant()));
    }

    @PostMapping("/handovers")
    ModelAndView give(@ModelAttribute("form") GiveForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write("give", wrong, by, shell, next, () -> desk.give(text(form.handoverWords()), by, clock.instant()));
    }

    @PostMapping("/handovers/{id:\\d+}/signature")
    ModelAndView take(@PathVariable long id, @ModelAttribute("form") GiveForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write("take", wrong, by, shell, next, () -> desk.take(id, by, clock.instant()));
    }

    private ModelAndView write(String form, BindingResult wrong, Actor by, Shell shell, RedirectAttributes next, Runnable writing) {
        return Submission.refused(wrong, writing).map(status -> page(Map.of(form, FormView.of(wrong)), by, shell, status)).orElseGet(() -> {
            Flash.done(next, "affairs.saved");
            return new ModelAndView("redirect:/duty");
        });
    }

    private ModelAndView page(Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        Instant now = clock.instant();
        LocalDateTime today = LocalDateTime.ofInstant(now, clock.getZone()).withSecond(0).withNano(0);
        Map<String, FormView> forms = new HashMap<>(Map.of(
                "note", FormView.of(new NoteForm(null, null)), "report", FormView.of(new ReportForm(null, null, today, null)),
                "shift", FormView.of(new ShiftForm(today.withHour(8).withMinute(30).plusDays(1), today.withHour(8).withMinute(30).plusDays(2), null, null, null)),
                "give", FormView.of(new GiveForm(null))));
        forms.putAll(sent);
        Map<Long, String> names = new HashMap<>();
        directory.active().forEach(p -> names.put(p.id(), p.name()));
        ModelAndView page = new ModelAndView("duty/desk").addObject("shell", shell).addObject("forms", forms).addObject("me", by.id())
                .addObject("now", desk.now(now).orElse(null)).addObject("roster", desk.roster(now)).addObject("notes", desk.notes()).addObject("open", desk.open(by))
                .addObject("handovers", desk.handovers()).addObject("names", names)
                .addObject("persons", directory.forBusiness().stream().map(p -> Choice.of(p.id(), p.name(), p.post()).foundBy(p.code())).toList());
        page.setStatus(status);
        return page;
    }

    private @Nullable Instant instant(@Nullable LocalDateTime at) {
        return at == null || at.getYear() < 1990 || at.getYear() > 2200 ? null : at.atZone(clock.getZone()).toInstant();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static String key(@Nullable String sent) {
        return sent == null || sent.isBlank() || sent.length() > 80 ? RequestId.next() : sent;
    }
}
