package org.sanban.outgoing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.layout.Paper;
import org.sanban.layout.Sheet;
import org.sanban.layout.Typesetting;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.proofing.Paragraph;
import org.sanban.proofing.Prose;
import org.sanban.proofing.ProseLimits;
import org.sanban.proofing.Table;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An outgoing paper in its official form (版式): the text as it stands, set on the grid of GB/T 9704-2012. */
@Service
public class OfficialForm {

    /**
     * @param sha256 of the text that was set, the one a signature names
     * @param signed it is a text that somebody signed who may
     * @param apart attachments that are no text, to be printed by themselves
     */
    public record Formed(Paper paper, Sheet sheet, String sha256, boolean signed, List<String> apart) {

        /** By which a reader's program calls it. */
        public String title() {
            return paper.title().isEmpty() ? String.join("", paper.markNames()) : paper.title();
        }
    }

    private final Outgoings outgoings;
    private final Places places;
    private final StandingTexts texts;
    private final Signed signed;
    private final AttachedTexts attached;
    private final OutgoingRules office;
    private final Organizations organizations;
    private final Typesetting typesetting;
    private final ZoneId zone;

    OfficialForm(
            Outgoings outgoings, Places places, StandingTexts texts, Signed signed, AttachedTexts attached, OutgoingRules office,
            Organizations organizations, Typesetting typesetting, @Value("${sanban.zone}") ZoneId zone) {
        this.outgoings = outgoings;
        this.places = places;
        this.texts = texts;
        this.signed = signed;
        this.attached = attached;
        this.office = office;
        this.organizations = organizations;
        this.typesetting = typesetting;
        this.zone = zone;
    }

    /**
     * Sets the text as it stands, for whoever sees the paper.
     *
     * @throws Refused where a character stands in no font, or there are no fonts
     */
    @Transactional(readOnly = true)
    public Formed of(long id, Actor by) {
        places.of(id, by);
        return of(outgoings.one(id));
    }

    /** The same for the house itself. */
    Formed of(Row row) {
        StandingTexts.Standing text = texts.of(row);
        List<Paper.Annex> annexes = row.draft().attachments().stream().map(annex -> annex(annex, row.draft(), text.files())).toList();
        List<String> apart = annexes.stream().filter(annex -> annex.body().isEmpty()).map(Paper.Annex::title).toList();
        Paper paper = paper(row, annexes.stream().filter(annex -> !annex.body().isEmpty()).toList());
        return new Formed(paper, typesetting.set(paper), text.sha256(), signed.of(row).isPresent(), apart);
    }

    /** Without a body where its file is no text that can be read, or is not there yet. */
    private Paper.Annex annex(Draft.Annex annex, Draft d, List<Elements.File> files) {
        String text = files.stream().filter(file -> annex.file() != null && file.id() == annex.file()).findFirst().map(attached::of).orElse("").strip();
        boolean titled = text.lines().limit(1).anyMatch(first -> first.strip().equals(annex.title()));
        boolean begins = text.startsWith(annex.title()) && !text.isEmpty();
        String title = begins && !titled ? "" : annex.title();
        return new Paper.Annex(d.attachments().size() == 1 ? 0 : annex.no(), title, body(titled ? text.substring(annex.title().length()) : text), false);
    }

    private Paper paper(Row row, List<Paper.Annex> annexes) {
        Draft d = row.draft();
        Paper.Format format = format(d);
        boolean minutes = format == Paper.Format.MINUTES;
        LocalDate signedOn = row.signedOn();
        LocalDate printed = row.numberedAt() == null ? signedOn : LocalDate.ofInstant(row.numberedAt(), zone);
        List<String> bodies = Stream.concat(Stream.ofNullable(d.issuer()), d.jointIssuers().stream()).map(this::name).toList();
        return Paper.of(format)
                .mark(minutes ? List.of(d.title()) : bodies, "")
                .head("", office.printed(d.urgency()))
                .number(Objects.requireNonNullElse(row.number(), ""))
                .signers(d.direction() == Direction.UP ? d.signers() : List.of())
                .title(minutes ? "" : d.title())
                .recipients(d.mainRecipients().isEmpty() ? "" : names(d.mainRecipients()) + "：")
                .body(body(d.body()))
                .attachments(d.attachments().stream().map(Draft.Annex::title).toList())
                .closing(sealing(d, format), minutes ? List.of() : d.signatureNames(), date(signedOn))
                .annotation(d.annotation())
                .annexes(annexes)
                .imprint(names(d.ccRecipients()), bodies.isEmpty() ? "" : bodies.getFirst(), date(printed))
                .build();
    }

    private static Paper.Format format(Draft d) {
        if (d.docType() == null) {
            return Paper.Format.DOCUMENT;
        }
        return switch (d.docType()) {
            case LETTER -> Paper.Format.LETTER;
            case ORDER -> Paper.Format.ORDER;
            case MINUTES -> Paper.Format.MINUTES;
            default -> Paper.Format.DOCUMENT;
        };
    }

    private Paper.Sealing sealing(Draft d, Paper.Format format) {
        if (format == Paper.Format.ORDER) {
            return Paper.Sealing.STAMP;
        }
        if (format == Paper.Format.MINUTES) {
            return Paper.Sealing.NONE;
        }
        return office.sealed(d) ? Paper.Sealing.SEAL : Paper.Sealing.PLAIN;
    }

    private static List<Paper.Block> body(String text) {
        Prose prose = Prose.of(text, ProseLimits.NONE);
        List<Paper.Block> blocks = new ArrayList<>();
        for (Paragraph paragraph : prose.paragraphs()) {
            if (!paragraph.tableRow()) {
                blocks.add(new Paper.Text(paragraph.in(text).strip(), paragraph.level().ordinal(), paragraph.headingTo() - paragraph.from(), paragraph.from()));
                continue;
            }
            prose.tables().stream().filter(table -> table.from() == paragraph.from()).map(Table::rows)
                    .forEach(rows -> blocks.add(new Paper.Table(rows, paragraph.from())));
        }
        return blocks;
    }

    private static String names(List<Draft.Recipient> recipients) {
        return recipients.stream().map(Draft.Recipient::name).collect(Collectors.joining("，"));
    }

    private String name(long organization) {
        return organizations.byId(organization).map(Organizations.Organization::name).orElse("");
    }

    private String date(@Nullable LocalDate day) {
        return day == null ? "" : typesetting.date(day);
    }
}
