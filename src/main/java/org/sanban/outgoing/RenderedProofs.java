package org.sanban.outgoing;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.sanban.collation.Collation;
import org.sanban.collation.Comparison;
import org.sanban.collation.Comparisons;
import org.sanban.collation.Comparisons.Made;
import org.sanban.collation.ProofFiles;
import org.sanban.layout.Typesetting;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that the house itself makes of an outgoing paper (自排校样). Promise 4 holds for them, too: what was made of a signed text is read back
 * out of the file and compared with that text, every time.
 */
@Service
public class RenderedProofs {

    /** As what. */
    public enum As {
        PDF,
        OFD,
        DOCX
    }

    private final Outgoings outgoings;
    private final StandingTexts texts;
    private final OfficialForm form;
    private final Typesetting typesetting;
    private final Collating collating;
    private final Comparisons comparisons;
    private final ProofFiles files;
    private final Environment environment;

    RenderedProofs(
            Outgoings outgoings, StandingTexts texts, OfficialForm form, Typesetting typesetting, Collating collating, Comparisons comparisons,
            ProofFiles files, Environment environment) {
        this.outgoings = outgoings;
        this.texts = texts;
        this.form = form;
        this.typesetting = typesetting;
        this.collating = collating;
        this.comparisons = comparisons;
        this.files = files;
        this.environment = environment;
    }

    /** Whether this machine has the fonts to set anything at all. */
    public boolean ready() {
        return typesetting.ready();
    }

    /** Whether a proof is asked for before the seal: always, but in a demonstration on a machine without fonts. */
    boolean required() {
        return ready() || environment.acceptsProfiles(Profiles.of("production"));
    }

    /**
     * A file for whoever sees the paper. Of a text that nobody signed it is a preview.
     *
     * @throws Refused where it does not say what was signed, or cannot be made
     */
    @Transactional(readOnly = true)
    public Made file(long id, As as, Actor by) {
        OfficialForm.Formed formed = form.of(id, by);
        Made made = made(formed, as);
        if (formed.signed()) {
            Collation collation = Collation.of(collating.standing(id).reference(), files.readMade(made.content()));
            Refused.unless(collation.none(), "outgoing.refusal.form-differs", collation.discrepancies().size());
        }
        return made;
    }

    /** Whether {@code by} may bring a proof of the paper now. */
    public boolean may(long id, Actor by) {
        return comparisons.mayCompare(OutgoingKind.ref(id), Collating.PURPOSE, by);
    }

    /**
     * Makes a proof at typesetting, keeps it, and compares it. The same request again returns the same comparison.
     *
     * @throws org.sanban.pages.NotFound unless {@code by} sees the paper
     * @throws Refused unless {@code by} may bring a proof now, or where the text is not signed or cannot be set
     */
    public Comparison proof(long id, As as, Actor by, Instant at, String requestId) {
        OfficialForm.Formed formed = form.of(id, by);
        Refused.unless(may(id, by), "collation.refusal.not-yours");
        return proof(id, () -> formed, as, by, at, requestId);
    }

    /**
     * The one that the house makes by itself of each text that comes to typesetting, once a text. For modules that do many steps in one transaction
     * and cannot wait for its end.
     *
     * @throws Refused where the text is not signed or cannot be set
     */
    public Comparison once(long id, Actor by, Instant at) {
        Row row = outgoings.one(id);
        return proof(id, () -> form.of(row), As.PDF, by, at, "form/" + id + "/" + texts.of(row).sha256());
    }

    private Comparison proof(long id, Supplier<OfficialForm.Formed> form, As as, Actor by, Instant at, String requestId) {
        return comparisons.compareMade(OutgoingKind.ref(id), Collating.PURPOSE, () -> {
            OfficialForm.Formed formed = form.get();
            Refused.unless(formed.signed(), "outgoing.refusal.not-the-signed-text");
            return made(formed, as);
        }, by, at, requestId);
    }

    private Made made(OfficialForm.Formed formed, As as) {
        return new Made(formed.title() + "." + as.name().toLowerCase(Locale.ROOT), written(formed, as));
    }

    byte[] written(OfficialForm.Formed formed, As as) {
        return switch (as) {
            case PDF -> typesetting.pdf(formed.sheet(), formed.title());
            case OFD -> typesetting.ofd(formed.sheet(), formed.title());
            case DOCX -> typesetting.docx(formed.paper());
        };
    }
}
