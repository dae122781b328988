package org.sanban.outgoing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sanban.collation.ProofFiles;
import org.sanban.files.Attachments;
import org.sanban.pages.Refused;
import org.springframework.stereotype.Component;

/** Texts of the files that belong to a paper, by their hash: a content never changes, so it is read once. */
@Component
class AttachedTexts {

    private static final int KEPT = 64;

    private final Attachments attachments;
    private final ProofFiles files;
    private final Map<String, String> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    });

    AttachedTexts(Attachments attachments, ProofFiles files) {
        this.attachments = attachments;
        this.files = files;
    }

    /** Empty where the file has no text that can be read: then a person reads it. */
    String of(Elements.File file) {
        return known.computeIfAbsent(file.sha256(), hash -> orNothing(() -> files.read(attachments.one(file.id())).text()));
    }

    /** As it was written, for the rules of checking: of Word files, plain text and the text layer of a PDF. Empty where a person has to read it. */
    String written(Elements.File file) {
        return known.computeIfAbsent("written " + file.sha256(), hash -> orNothing(() -> files.paragraphs(attachments.one(file.id()))));
    }

    private static String orNothing(Supplier<String> text) {
        try {
            return text.get();
        } catch (Refused unreadable) {
            return "";
        }
    }
}
