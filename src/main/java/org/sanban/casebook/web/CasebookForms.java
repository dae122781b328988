package org.sanban.casebook.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.casebook.Case;
import org.sanban.casebook.CaseIndex;
import org.sanban.casebook.CaseText;
import org.sanban.casebook.Volumes;
import org.sanban.pages.ListAddress;
import org.sanban.people.Plain;

/** What is typed into the forms of the casebook, and sent to its API. */
public final class CasebookForms {

    private CasebookForms() {}

    /** A case; rules and questions a line each. */
    public record TextForm(
            @NotBlank @Size(max = 100) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String title,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String happened,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String found,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String effect,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String right,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String why,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String changed,
            @Nullable @Size(max = 500) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String rules,
            @Nullable @Size(max = 1000) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String questions,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String before,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String after,
            int version) {

        static TextForm of(Case one) {
            CaseText t = one.text();
            return new TextForm(
                    t.title(), t.happened(), t.found(), t.effect(), t.right(), t.why(), t.changed(), String.join("\n", t.rules()), String.join("\n", t.questions()),
                    t.before(), t.after(), one.version());
        }

        /** @throws NullPointerException never: what is missing is empty */
        CaseText text() {
            return new CaseText(plain(title), plain(happened), plain(found), plain(effect), plain(right), plain(why), plain(changed), lines(rules), lines(questions), plain(before), plain(after));
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text;
        }

        private static List<String> lines(@Nullable String text) {
            return text == null ? List.of() : text.lines().toList();
        }
    }

    public record ReasonForm(@NotBlank @Size(max = 500) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String reason) {}

    /** @param cases ids in the order of the book */
    public record VolumeForm(
            @NotBlank @Size(max = 100) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String title,
            @NotNull @Nullable LocalDate from,
            @NotNull @Nullable LocalDate until,
            @Nullable @Size(max = CaseText.LONGEST) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String foreword,
            @Nullable List<@NotNull Long> cases,
            @Nullable @Size(max = 100) String requestId) {

        Volumes.Binding binding() {
            return new Volumes.Binding(
                    title, java.util.Objects.requireNonNull(from), java.util.Objects.requireNonNull(until), foreword == null ? "" : foreword, cases == null ? List.of() : cases);
        }
    }

    public record CircularForm(
            @NotNull @Nullable LocalDate from,
            @NotNull @Nullable LocalDate until,
            @NotNull @Nullable Long issuer,
            @NotBlank @Size(max = 100) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String to,
            @Nullable @Size(max = 100) String requestId) {}

    /** The filter of the list, as it stands in the address. */
    public record ListForm(
            @Nullable @Size(max = 100) String q, @Nullable String business, @Nullable String stage, @Nullable String kind, @Nullable String rule, @Nullable String show,
            @Nullable String after) {

        CaseIndex.Filter filter(boolean editor) {
            return new CaseIndex.Filter(q, business, stage, kind, rule, editor && "drafts".equals(show), editor && "due".equals(show));
        }

        @Nullable Long cursor() {
            return after != null && after.matches("\\d{1,18}") ? Long.valueOf(after) : null;
        }

        public ListAddress address() {
            return ListAddress.of("/casebook").with("q", q).with("business", business).with("stage", stage).with("kind", kind).with("rule", rule).with("show", show);
        }
    }
}
