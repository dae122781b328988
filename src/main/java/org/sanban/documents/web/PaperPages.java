package org.sanban.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Assignment;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.LawTest;
import org.sanban.documents.Paper;
import org.sanban.documents.Reply;
import org.sanban.documents.Review;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.workflow.Course;
import org.sanban.workflow.CourseView;
import org.sanban.workflow.SheetBoxes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.ModelAndView;

/** A paper with all that its page needs: names, choices, and the forms of the step that lies before the reader. */
@Component
class PaperPages {

    private final IncomingReading reading;
    private final Organizations organizations;
    private final Directory directory;
    private final Course course;
    private final SheetBoxes boxes;
    private final Clock clock;

    PaperPages(
            IncomingReading reading, Organizations organizations, Directory directory, Course course, SheetBoxes boxes, Clock clock) {
        this.reading = reading;
        this.organizations = organizations;
        this.directory = directory;
        this.course = course;
        this.boxes = boxes;
        this.clock = clock;
    }

    /** @param refused forms that were sent and refused, by their name; they stand in the place of fresh ones */
    ModelAndView show(Paper paper, Map<String, FormView> refused, Actor by, Shell shell, HttpStatus status) {
        Map<String, FormView> forms = new LinkedHashMap<>();
        if (paper.mine("review", "decide-return")) {
            forms.put("review", fresh(review(paper.review())));
        }
        if (paper.mine("propose", "duty", "instruct", "assign")) {
            forms.put("assignment", fresh(assignment(paper.assignment())));
        }
        if (paper.mine("handle", "circulate")) {
            forms.put("reply", fresh(reply(paper.reply())));
            forms.put("waiver", fresh(Map.of("waiverReason", Objects.requireNonNullElse(paper.waiverReason(), ""))));
        }
        forms.putAll(refused);
        return page("documents/incoming-show", paper, by, shell, status)
                .addObject("forms", forms)
                .addObject("openReaders", forms.containsKey("waiver") ? openReaders(paper, by, shell) : List.of())
                .addObject("hints", reading.hints(paper))
                .addObject("archived", !boxes.lines("archive", paper.subject(), shell.texts()).isEmpty())
                .addObject("choices", new PaperChoices(shell.texts(), organizations.all()));
    }

    ModelAndView sheet(Paper paper, Actor by, Shell shell) {
        return page("documents/incoming-sheet", paper, by, shell, HttpStatus.OK)
                .addObject("course", course.of(paper.subject(), by, shell.texts(), clock.instant()))
                .addObject("archived", boxes.lines("archive", paper.subject(), shell.texts()));
    }

    /** Names of those who were sent it for reading and have not finished. */
    List<String> openReaders(Paper paper, Actor by, Shell shell) {
        return course.of(paper.subject(), by, shell.texts(), clock.instant()).readers().stream()
                .filter(reader -> reader.outcome() == null)
                .map(CourseView.Reader::name)
                .toList();
    }

    private ModelAndView page(String view, Paper paper, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        page.addObject("shell", shell);
        page.addObject("paper", paper);
        page.addObject("names", names(paper));
        page.addObject("bodies", reading.bodies());
        page.addObject("numbers", reading.pointedAt(paper.particulars()));
        return page;
    }

    private Map<Long, String> names(Paper paper) {
        Set<Long> ids = new TreeSet<>(Set.of(paper.receipt().receiver()));
        add(ids, paper.registeredBy());
        add(ids, paper.returnedBy());
        add(ids, paper.closedBy());
        add(ids, paper.review() == null ? null : paper.review().by());
        Map<Long, String> names = new LinkedHashMap<>();
        directory.persons(ids).forEach((id, entry) -> names.put(id, entry.name()));
        return names;
    }

    private static void add(Set<Long> ids, @Nullable Long id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static FormView fresh(Map<String, Object> fields) {
        return new FormView(new MapBindingResult(new LinkedHashMap<>(fields), "form"), 0, RequestId.next());
    }

    private static Map<String, Object> review(@Nullable Review review) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (review != null) {
            fields.put("passed", review.answers().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).map(LawTest::name).toList());
            fields.put("grounds", review.grounds().stream().map(f -> f.ground().name()).toList());
            review.grounds().forEach(f -> fields.put("text[" + f.ground() + "]", f.text()));
            fields.put("toCorrect", Objects.requireNonNullElse(review.toCorrect(), ""));
        }
        return fields;
    }

    private static Map<String, Object> assignment(@Nullable Assignment assignment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (assignment != null) {
            fields.put("lead", assignment.leadId() == null ? "" : assignment.leadId());
            fields.put("supporting", assignment.supporting());
            fields.put("product", assignment.product());
            fields.put("note", Objects.requireNonNullElse(assignment.note(), ""));
        }
        return fields;
    }

    private Map<String, Object> reply(@Nullable Reply reply) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("replyOn", reply == null ? LocalDate.now(clock) : reply.on());
        if (reply != null) {
            fields.put("replyForm", reply.form());
            fields.put("replyText", Objects.requireNonNullElse(reply.text(), ""));
            fields.put("replyLink", Objects.requireNonNullElse(reply.link(), ""));
            fields.put("replyNumber", Objects.requireNonNullElse(reply.number(), ""));
        }
        return fields;
    }
}
