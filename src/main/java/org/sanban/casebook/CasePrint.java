package org.sanban.casebook;

import java.util.ArrayList;
import java.util.List;
import org.sanban.errors.Taxonomy;
import org.sanban.layout.Book;
import org.sanban.layout.Book.Heading;
import org.sanban.layout.Book.NewPage;
import org.sanban.layout.Book.Note;
import org.sanban.layout.Book.Paragraph;
import org.sanban.layout.Book.Part;
import org.sanban.layout.Book.Table;
import org.sanban.layout.Typesetting;
import org.sanban.pages.Texts;
import org.springframework.stereotype.Component;

/** A volume as a book that is printed: foreword, contents with page numbers, a case a page, an index by step, kind and rule. */
@Component
public class CasePrint {

    private final Taxonomy taxonomy;
    private final Typesetting typesetting;

    CasePrint(Taxonomy taxonomy, Typesetting typesetting) {
        this.taxonomy = taxonomy;
        this.typesetting = typesetting;
    }

    public byte[] pdf(Volume volume, List<Case> cases, Texts texts) {
        return typesetting.pdf(typesetting.set(book(volume, cases, texts)), volume.title());
    }

    public byte[] docx(Volume volume, List<Case> cases, Texts texts) {
        return typesetting.docx(book(volume, cases, texts));
    }

    private Book book(Volume volume, List<Case> cases, Texts texts) {
        CaseWords words = CaseWords.of(taxonomy, texts);
        List<Part> parts = new ArrayList<>();
        if (!volume.foreword().isEmpty()) {
            parts.add(new Heading(1, texts.of("casebook.print.foreword")));
            paragraphs(parts, volume.foreword());
        }
        String business = "";
        for (Case one : cases) {
            if (!parts.isEmpty()) {
                parts.add(new NewPage());
            }
            if (!one.business().equals(business)) {
                business = one.business();
                parts.add(new Heading(1, words.business(business)));
            }
            one(parts, one, words, texts);
        }
        parts.add(new NewPage());
        index(parts, cases, words, texts);
        String period = texts.of("casebook.print.period", texts.day(volume.coversFrom()), texts.day(volume.coversUntil()));
        return new Book(volume.title(), period, true, false, parts);
    }

    private static void one(List<Part> parts, Case one, CaseWords words, Texts texts) {
        CaseText text = one.text();
        parts.add(new Heading(2, one.ref() + "　" + text.title()));
        parts.add(new Note(String.join(" · ", words.marks(one))));
        section(parts, texts.of("casebook.field.happened"), text.happened());
        section(parts, texts.of("casebook.field.found"), text.found());
        section(parts, texts.of("casebook.field.effect"), text.effect());
        parts.add(new Table(
                List.of(texts.of("casebook.field.before"), texts.of("casebook.field.after")), List.of(List.of(text.before(), text.after())), List.of(1.0, 1.0)));
        section(parts, texts.of("casebook.field.right"), text.right());
        section(parts, texts.of("casebook.field.why"), text.why());
        section(parts, texts.of("casebook.field.changed"), text.changed());
        if (!text.rules().isEmpty()) {
            section(parts, texts.of("casebook.field.rules"), String.join("；", text.rules()));
        }
        section(parts, texts.of("casebook.field.questions"), String.join("\n", text.questions()));
    }

    /** Its name stands before the text, not above it: the contents list cases, not their sections. */
    private static void section(List<Part> parts, String name, String text) {
        if (!text.isEmpty()) {
            paragraphs(parts, "【" + name + "】" + text);
        }
    }

    private static void paragraphs(List<Part> parts, String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> parts.add(new Paragraph(line.strip())));
    }

    private static void index(List<Part> parts, List<Case> cases, CaseWords words, Texts texts) {
        parts.add(new Heading(1, texts.of("casebook.print.index")));
        List<List<String>> rows = cases.stream()
                .map(c -> List.of(words.stage(c.business(), c.stage()), words.kind(c.kind()), String.join("；", c.text().rules()), c.ref() + "　" + c.text().title()))
                .sorted(java.util.Comparator.comparing(row -> row.get(0) + row.get(1))).toList();
        parts.add(new Table(
                List.of(texts.of("casebook.column.stage"), texts.of("casebook.column.kind"), texts.of("casebook.field.rules"), texts.of("casebook.column.case")),
                rows, List.of(2.0, 1.5, 2.5, 5.0)));
    }
}
