package org.sanban.affairs.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Category;
import org.sanban.affairs.Instructions;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.Feedback;
import org.sanban.affairs.OutsideLinks;
import org.sanban.affairs.Petitioners;
import org.sanban.affairs.Ratings;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.workflow.Opening;
import org.sanban.workflow.Positions;
import org.sanban.workflow.SheetBoxes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an affair: what is asked, what was told, and the forms of the step that lies before the reader. */
@Component
class AffairShowing {

    private final Affairs affairs;
    private final AffairReporting reporting;
    private final Instructions instructions;
    private final Attachments attachments;
    private final Ratings ratings;
    private final OutsideLinks links;
    private final Petitioners petitioners;
    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;
    private final Positions positions;
    private final Opening opening;
    private final SheetBoxes boxes;
    private final Clock clock;

    AffairShowing(
            Affairs affairs, AffairReporting reporting, Instructions instructions, Attachments attachments, Ratings ratings, OutsideLinks links, Petitioners petitioners, Categories categories, Directory directory, Organizations organizations,
            Positions positions, Opening opening, SheetBoxes boxes, Clock clock) {
        this.affairs = affairs;
        this.reporting = reporting;
        this.instructions = instructions;
        this.attachments = attachments;
        this.ratings = ratings;
        this.links = links;
        this.petitioners = petitioners;
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
        this.positions = positions;
        this.opening = opening;
        this.boxes = boxes;
        this.clock = clock;
    }

    /** @param sent forms that were refused; they stand in the place of fresh ones */
    ModelAndView show(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        Affair a = affairs.one(id, by);
        opening.stamp(a.ref(), by, clock.instant());
        Positions.@Nullable Position at = positions.of(a.ref(), by).orElse(null);
        boolean mine = at != null && at.step() != null && at.mainAt(at.step()) != null;
        Category category = categories.of(a.category()).orElseThrow(NotFound::new);
        AffairView view = new AffairView(
                a, category, AffairWords.of(categories, directory, organizations, shell.texts()), at == null ? null : at.step(), mine, at != null, instructions.of(id), reporting.of(id, by),
                reporting.verdicts(id, by), attachments.of(a.ref()).stream().collect(Collectors.toMap(Attachment::id, Attachment::name)), into(a, by), affairs.decidedOtherwise(a).orElse(null),
                !boxes.lines("archive", a.ref(), shell.texts()).isEmpty());
        Map<String, FormView> forms = new LinkedHashMap<>();
        for (String name : open(view)) {
            forms.put(name, sent.containsKey(name) ? sent.get(name) : FormView.of(fresh(name, a, OutsideLinks.waiting(view.feedback()))));
        }
        if (petitioners.writes(a, by)) {
            forms.put("petitioner", sent.getOrDefault("petitioner", FormView.of(new AffairForms.PetitionerForm(null, null, null))));
        }
        ModelAndView page = new ModelAndView("affairs/show").addObject("ratings", ratings.of(id)).addObject("known", petitioners.known(id)).addObject("reads", petitioners.reads(a, by))
                .addObject("looks", petitioners.looks(a, by)).addObject("linked", links.linked(id, clock.instant())).addObject("view", view).addObject("forms", forms).addObject("shell", shell)
                .addObject("sent", sent.entrySet().stream().filter(one -> !forms.containsKey(one.getKey())).map(Map.Entry::getValue).toList());
        page.setStatus(status);
        return page;
    }

    private @Nullable String into(Affair a, Actor by) {
        if (a.mergedInto() == null) {
            return null;
        }
        try {
            Affair other = affairs.one(a.mergedInto(), by);
            return other.number() == null ? other.title() : other.number();
        } catch (NotFound hidden) {
            return null;
        }
    }

    /** Forms that this reader may send now. */
    private static Set<String> open(AffairView view) {
        Set<String> open = new TreeSet<>();
        if (!view.mine() || view.step() == null) {
            return open;
        }
        switch (view.step()) {
            case "propose", "register", "accept" -> open.add("merge");
            case "entrust" -> {
                open.add("entrust");
                open.add("merge");
            }
            case "handle" -> {
                if (!view.category().service()) {
                    open.add("feedback");
                }
                open.add("progress");
            }
            case "review" -> open.add(view.category().proposal() ? "answer" : "result");
            case "close" -> open.add("result");
            case "answer" -> open.add("answer");
            case "ask" -> open.add("ask");
            default -> { }
        }
        return open;
    }

    private Object fresh(String name, Affair a, Optional<Feedback> told) {
        return switch (name) {
            case "entrust" -> new AffairForms.OpinionForm(null);
            case "feedback" -> told.map(f -> new AffairForms.FeedbackForm(f.words(), f.organization(), f.signedBy(), null, null, f.files()))
                    .orElseGet(() -> new AffairForms.FeedbackForm(null, a.leadBody(), null, null, null, null));
            case "progress" -> new AffairForms.ProgressForm(null, a.leadBody());
            case "answer" -> new AffairForms.AnswerForm(a.answer().kind(), a.answer().on() == null ? LocalDate.now(clock) : a.answer().on(), a.result());
            case "ask" -> new AffairForms.AskedForm(a.answer().satisfaction(), a.answer().words());
            case "merge" -> new AffairForms.MergeForm(null);
            default -> new AffairForms.ResultForm(a.result(), a.afterAction());
        };
    }
}
