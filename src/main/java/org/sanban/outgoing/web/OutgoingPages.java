package org.sanban.outgoing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.audit.SubjectRef;
import org.sanban.numbers.Series;
import org.sanban.numbers.SeriesRegister;
import org.sanban.outgoing.OutgoingKind;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.workflow.Course;
import org.sanban.workflow.Desk;
import org.sanban.workflow.Doing;
import org.sanban.workflow.Offer;
import org.sanban.workflow.SheetBoxes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.ModelAndView;

/** The page of an outgoing paper with the forms of the step that lies before the reader; its sheet (发文稿纸); its text as it is printed. */
@Component
class OutgoingPages {

    private final Dossiers dossiers;
    private final OutgoingReading reading;
    private final Course course;
    private final Desk desk;
    private final SheetBoxes boxes;
    private final StepNames steps;
    private final Directory directory;
    private final Organizations organizations;
    private final SeriesRegister register;
    private final Clock clock;

    OutgoingPages(
            Dossiers dossiers, OutgoingReading reading, Course course, Desk desk, SheetBoxes boxes, StepNames steps, Directory directory, Organizations organizations,
            SeriesRegister register, Clock clock) {
        this.dossiers = dossiers;
        this.reading = reading;
        this.course = course;
        this.desk = desk;
        this.boxes = boxes;
        this.steps = steps;
        this.directory = directory;
        this.organizations = organizations;
        this.register = register;
        this.clock = clock;
    }

    /** @param refused forms that were sent and refused, by their name; they stand in the place of fresh ones */
    ModelAndView show(long id, Map<String, FormView> refused, Actor by, Shell shell, HttpStatus status) {
        Dossier dossier = dossiers.of(id, by);
        Map<String, FormView> forms = new LinkedHashMap<>();
        asked(dossier, by).forEach((name, fields) -> forms.put(name, new FormView(new MapBindingResult(fields, "form"), 0, RequestId.next())));
        forms.putAll(refused);
        return page("outgoing/show", dossier, shell, status)
                .addObject("forms", forms)
                .addObject("firstCheck", reading.firstCheck())
                .addObject("steps", steps.in(shell.texts()))
                .addObject("choices", new StepChoices(shell.texts(), directory, organizations.all(), onward(dossier, by), !by.may("instruction.enter_for_leader")));
    }

    ModelAndView sheet(long id, Actor by, Shell shell) {
        SubjectRef subject = new SubjectRef(OutgoingKind.KIND, id);
        return page("outgoing/sheet", dossiers.of(id, by), shell, HttpStatus.OK)
                .addObject("course", course.of(subject, by, shell.texts(), clock.instant()))
                .addObject("archived", boxes.lines("archive", subject, shell.texts()));
    }

    ModelAndView print(long id, Actor by, Shell shell) {
        Dossier dossier = dossiers.of(id, by);
        return page("outgoing/print", dossier, shell, HttpStatus.OK)
                .addObject("layout", layout(dossier))
                .addObject("printedOn", dossier.paper().numberedAt() == null ? null : LocalDate.ofInstant(dossier.paper().numberedAt(), clock.getZone()));
    }

    /** The form in which it is printed: that of its series, else of its kind. */
    private Series.Layout layout(Dossier dossier) {
        String series = dossier.number() == null ? dossier.paper().series() : Objects.requireNonNull(dossier.number()).series();
        return register.all().stream().filter(s -> s.code().equals(series)).map(Series::layout).findFirst().orElse(Series.Layout.GENERAL);
    }

    private List<Offer> onward(Dossier dossier, Actor by) {
        Long task = dossier.paper().task();
        return task == null ? List.of() : desk.of(new SubjectRef(OutgoingKind.KIND, dossier.id()), by, clock.instant()).stream()
                .filter(offer -> offer.doing() == Doing.COMPLETION && task.equals(offer.task())).toList();
    }

    private static ModelAndView page(String view, Dossier dossier, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        return page.addObject("shell", shell).addObject("dossier", dossier);
    }

    /** The forms of the step, each with what stands in it at first. */
    private Map<String, Map<String, Object>> asked(Dossier d, Actor by) {
        Map<String, Map<String, Object>> asked = new LinkedHashMap<>();
        OutgoingPaper paper = d.paper();
        put(asked, "verdict", d.mine("countersign"), Map.of("verdict", "AGREE"));
        put(asked, "outside", d.mine("draft", "review", "chief", "deputy", "submit"), Map.of("on", LocalDate.now(clock)));
        put(asked, "rule", d.findings().stream().anyMatch(d::asksReason) || d.disputed() && paper.task() != null, Map.of());
        put(asked, "focus", d.mine("review", "chief", "deputy", "legal"), d.standingReview());
        put(asked, "sign", d.mine("sign", "confirm"), Map.of("how", "WRITTEN", "sha256", paper.sha256(), "way", firstWay(d, by)));
        put(asked, "weight", d.mine("recheck", "proofread") && !d.pending().isEmpty(), Map.of());
        put(asked, "series", d.mine("recheck", "number") && paper.number() == null,
                Map.of("series", Objects.requireNonNullElse(paper.series(), d.suggested().isEmpty() ? "" : d.suggested().getFirst().code())));
        put(asked, "void", paper.number() != null && paper.dispatchedAt() == null && by.may("number.void"), Map.of());
        put(asked, "proof", d.mine("typeset", "proofread"), Map.of("part", d.mine("typeset") ? "FIRST_READER" : "READER", "clean", "true"));
        put(asked, "seal", by.may("seal.log") && List.of("typeset", "proofread", "seal", "dispatch").contains(String.valueOf(paper.step()))
                        && (d.mine("seal") || d.seals().stream().noneMatch(s -> s.sha256().equals(paper.sha256()))),
                Map.of("seal", d.body(d.draft().issuer()), "sealCopies", Objects.requireNonNullElse(d.draft().copies(), 1), "sealApprover", approver(d)));
        lines(asked, d, by);
        return asked;
    }

    private static void lines(Map<String, Map<String, Object>> asked, Dossier d, Actor by) {
        OutgoingPaper paper = d.paper();
        put(asked, "line", d.mine("number", "typeset", "proofread", "seal", "dispatch", "wire"), Map.of("copies", 1, "kind", "CC", "channel", "PAPER_EXCHANGE"));
        put(asked, "row", d.mine("dispatch", "wire", "publish", "close"), Map.of());
        put(asked, "waiver", d.mine("dispatch", "wire", "close") && !d.silent().isEmpty(), Map.of("waiverReason", Objects.requireNonNullElse(paper.waiverReason(), "")));
        put(asked, "publish", d.mine("publish", "dispatch", "wire", "close") && paper.dispatchedAt() != null,
                Map.of("publishWhere", Objects.requireNonNullElse(paper.publishedWhere(), "")));
        put(asked, "recall", paper.dispatchedAt() != null && paper.recalledAt() == null && by.may("dispatch.create"), Map.of());
        put(asked, "correction", paper.dispatchedAt() != null && (by.may("dispatch.create") || paper.drafter() == by.id()), Map.of());
    }

    private String firstWay(Dossier d, Actor by) {
        return onward(d, by).stream().map(Offer::to).filter(Objects::nonNull).findFirst().orElse("");
    }

    private static Object approver(Dossier d) {
        return d.signature() == null || d.signature().person() == null ? "" : Objects.requireNonNull(d.signature().person());
    }

    private static void put(Map<String, Map<String, Object>> asked, String form, boolean open, Map<String, Object> fields) {
        if (open) {
            asked.put(form, new LinkedHashMap<>(fields));
        }
    }
}
