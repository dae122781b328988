package org.sanban.outgoing.web;

import java.util.Arrays;
import java.util.List;
import org.sanban.outgoing.Draft;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.proofing.Paste;
import org.sanban.proofing.ProseLimits;
import org.sanban.proofing.Prose;
import org.sanban.proofing.WordFile;
import org.sanban.proofing.WordLimits;
import org.sanban.proofing.WordParts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Text that comes from elsewhere: from a clipboard, out of a Word file. */
@Component
class Intaking {

    private final Paste paste;
    private final WordFile word;
    private final ProseLimits limits;

    Intaking(
            @Value("${sanban.outgoing.paste.characters:4000000}") int clipboard, @Value("${sanban.outgoing.body.characters:200000}") int characters,
            @Value("${sanban.outgoing.body.columns:20}") int columns, @Value("${sanban.outgoing.body.rows:400}") int rows,
            @Value("${sanban.outgoing.word.entries:2000}") int entries, @Value("${sanban.outgoing.word.inflated:60000000}") long inflated) {
        this.paste = new Paste(clipboard);
        this.word = new WordFile(new WordLimits(entries, inflated, characters));
        this.limits = new ProseLimits(characters, columns, rows);
    }

    /** @throws Refused where it is more than a body may hold */
    String pasted(String clipboard, boolean html) {
        String text = html ? paste.html(clipboard) : paste.plain(clipboard);
        Prose.of(text, limits);
        return text;
    }

    /** @throws Refused where it is no Word file, or one that cannot be read */
    WordParts read(byte[] docx) {
        if (docx.length == 0) {
            throw new Refused(Objection.of("outgoing.draft.import.no-file").at("file"));
        }
        return word.read(docx);
    }

    /** What the file offers, element by element, where it differs from what stands. */
    List<ImportPart> parts(WordParts found, Draft d) {
        List<String> names = Arrays.stream(found.mainRecipients().split("[\\uFF0C;\\uFF1B]")).map(String::strip).filter(n -> !n.isEmpty()).toList();
        return java.util.stream.Stream.of(
                        new ImportPart("title", d.title(), found.title()),
                        new ImportPart("mainRecipients", String.join("\n", d.mainRecipients().stream().map(Draft.Recipient::name).toList()), String.join("\n", names)),
                        new ImportPart("body", d.body(), found.body()),
                        new ImportPart("attachments", String.join("\n", d.attachments().stream().map(Draft.Annex::title).toList()),
                                String.join("\n", found.attachments().stream().map(WordParts.Note::title).toList())),
                        new ImportPart("signatureNames", String.join("\n", d.signatureNames()), String.join("\n", found.signatures())),
                        new ImportPart("annotation", d.annotation(), found.annotation().isEmpty() ? "" : "\uFF08" + found.annotation() + "\uFF09"))
                .filter(p -> !p.found().isBlank() && !p.found().equals(p.stands())).toList();
    }
}
