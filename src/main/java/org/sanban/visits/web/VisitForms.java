package org.sanban.visits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Words;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.visits.Visit;

/** What is typed into the forms of visits. */
public final class VisitForms {

    /** Rows for problems on the page. */
    static final int ROWS = 6;

    private VisitForms() {}

    /** @param how filled where it was solved on the spot; {@code follow}: it becomes an affair */
    public record ProblemForm(
            Visit.@Nullable Trouble kind, @Nullable String words, @Nullable String raisedBy, @Nullable LocalDate due, @Nullable String how, @Nullable Boolean follow) {

        static ProblemForm blank() {
            return new ProblemForm(Visit.Trouble.HARD, null, null, null, null, null);
        }

        boolean typed() {
            return Words.orNull(words) != null || Words.orNull(how) != null || Words.orNull(raisedBy) != null;
        }

        Visit.Found found() {
            return new Visit.Found(
                    Objects.requireNonNullElse(kind, Visit.Trouble.HARD), Objects.requireNonNullElse(words, "").strip(), Words.orNull(raisedBy), due, Words.orNull(how),
                    Boolean.TRUE.equals(follow));
        }
    }

    public record EnterForm(
            @Nullable LocalDate on, Visit.@Nullable Mode mode, @Nullable Long host, @Nullable Long leader, @Nullable List<Long> divisions, @Nullable Integer participants,
            @Nullable String topics, @Nullable String summary, @Nullable LocalDate nextContact, @Nullable List<ProblemForm> problems) {

        /** As many rows as the page has, at least. */
        public EnterForm {
            List<ProblemForm> all = new ArrayList<>();
            for (ProblemForm one : problems == null ? List.<ProblemForm>of() : problems) {
                all.add(one == null ? ProblemForm.blank() : one);
            }
            while (all.size() < ROWS) {
                all.add(ProblemForm.blank());
            }
            problems = all;
        }

        /** @throws Refused where day or host is missing */
        Visit.Entry entry() {
            List<Objection> wrong = new ArrayList<>();
            if (on == null) {
                wrong.add(Objection.of("affairs.refusal.empty").at("on"));
            }
            if (host == null) {
                wrong.add(Objection.of("affairs.refusal.empty").at("host"));
            }
            if (on == null || host == null) {
                throw new Refused(wrong);
            }
            List<Visit.Found> found = Objects.requireNonNull(problems).stream().filter(ProblemForm::typed).map(ProblemForm::found).toList();
            return new Visit.Entry(
                    on, Objects.requireNonNullElse(mode, Visit.Mode.ON_SITE), host, leader, divisions == null ? List.of() : divisions.stream().filter(Objects::nonNull).toList(),
                    participants, Words.orNull(topics), Words.orNull(summary), nextContact, found);
        }
    }

    public record SolveForm(@Nullable String how) {}

    public record FollowForm(@Nullable Long leadBody) {}

    public record JudgeForm(@Nullable Integer score, @Nullable String said) {}

    public record MatterForm(@Nullable Long organization, @Nullable String title, @Nullable Long leadUnit, @Nullable String contact, @Nullable LocalDate due) {}

    public record DoneForm(@Nullable String words) {}

    public record ContactForm(@Nullable Long organization, @Nullable Integer everyDays, @Nullable LocalDate next, @Nullable Long owner, @Nullable String note) {}
}
