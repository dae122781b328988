package org.sanban.outgoing;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.checking.Checked;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.CheckedPaper.Known;
import org.sanban.checks.CheckedPaper.KnownBody;
import org.sanban.checks.CheckedPaper.KnownPerson;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.people.Organizations.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Outgoing papers as the rules of checking see them; a correction goes through the same save as everything that is typed. */
@Component
class OutgoingChecked implements Checked {

    /** What is written by hand and printed. */
    private static final List<String> ELEMENTS =
            List.of("title", "mainRecipients", "body", "attachments", "signatureNames", "annotation", "ccRecipients");

    private static final String SIGNED = """
              from outgoing_document d
              join lateral (select a.revision_id from outgoing_approval a
                             where a.document_id = d.id and a.kind in ('SIGN', 'CONFIRM')
                               and not exists (select 1 from outgoing_approval_void v where v.approval_id = a.id)
                             order by a.id desc limit 1) s on true
              join outgoing_revision r on r.id = s.revision_id
             where d.signed_on >= :day""";

    private final Outgoings outgoings;
    private final Drafts drafts;
    private final Places places;
    private final StandingTexts texts;
    private final AttachedTexts files;
    private final Organizations organizations;
    private final Directory directory;
    private final OutgoingCards cards;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    OutgoingChecked(
            Outgoings outgoings, Drafts drafts, Places places, StandingTexts texts, AttachedTexts files, Organizations organizations, Directory directory, OutgoingCards cards,
            JdbcClient jdbc, ObjectMapper json) {
        this.outgoings = outgoings;
        this.drafts = drafts;
        this.places = places;
        this.texts = texts;
        this.files = files;
        this.organizations = organizations;
        this.directory = directory;
        this.cards = cards;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String kind() {
        return OutgoingKind.KIND;
    }

    @Override
    public CheckedPaper paper(long id, Instant at) {
        return paper(outgoings.one(id), at);
    }

    @Override
    public CheckedPaper locked(long id, Instant at) {
        return paper(outgoings.lock(id), at);
    }

    private CheckedPaper paper(Row row, Instant at) {
        LocalDate day = row.signedOn() == null ? LocalDate.ofInstant(at, cards.zone()) : row.signedOn();
        List<CheckedPaper.Attached> attached = texts.files(row.id()).stream().map(this::attached).toList();
        return paper(row.draft(), day, attached, known(day));
    }

    private CheckedPaper.Attached attached(Elements.File file) {
        String written = files.written(file);
        return new CheckedPaper.Attached(file.name(), written.isEmpty() ? null : written);
    }

    private static CheckedPaper paper(Draft d, @Nullable LocalDate day, List<CheckedPaper.Attached> attached, Known known) {
        Map<String, String> all = Elements.of(d, List.of());
        Map<String, String> written = new LinkedHashMap<>();
        ELEMENTS.forEach(name -> written.put(name, all.get(name)));
        return new CheckedPaper(all.get("docType"), all.get("direction"), written, day, attached, known);
    }

    /** A former name counts to its last day. A body that was retired is not called so any more; since when is not recorded: yesterday stands for it. */
    private Known known(LocalDate day) {
        List<Organization> all = organizations.all();
        Map<Long, String> now = all.stream().filter(Organization::active).collect(Collectors.toMap(Organization::id, Organization::name));
        List<KnownBody> bodies = Stream.concat(
                all.stream().map(o -> new KnownBody(o.name(), o.shortName(), o.active() ? null : day.minusDays(1), null)),
                organizations.formerNames().stream().map(f -> new KnownBody(f.name(), "", f.until(), now.get(f.organization())))).toList();
        List<KnownPerson> persons = Stream.of("GOV_LEADER", "LEADER").flatMap(role -> directory.holding(role, 0).stream()).distinct()
                .map(p -> new KnownPerson(p.name(), Arrays.stream(p.post().replaceAll("[（(].*", "").split("、")).filter(post -> !post.isBlank()).toList()))
                .toList();
        return new Known(bodies, persons);
    }

    @Override
    public Place place(long id, Actor by) {
        Places.Place place = places.of(id, by);
        Row row = outgoings.one(id);
        return new Place(row.draft().title(), place.step(), row.textVersion(), place.writes(), place.task() != null, "/documents/outgoing/" + id + "/draft");
    }

    @Override
    public int correct(long id, Correction c, Actor by, Instant at) {
        Draft d = outgoings.one(id).draft();
        String text = Elements.of(d, List.of()).getOrDefault(c.element(), "");
        if (!ELEMENTS.contains(c.element()) || c.to() > text.length() || !text.substring(c.from(), c.to()).equals(c.was())) {
            throw new Stale();
        }
        String corrected = text.substring(0, c.from()) + c.is() + text.substring(c.to());
        return drafts.save(id, c.version(), c.window(), with(d, c.element(), corrected), by, at).version();
    }

    private Draft with(Draft d, String element, String text) {
        List<String> lines = text.lines().toList();
        return new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), element.equals("title") ? text : d.title(),
                element.equals("mainRecipients") ? recipients(d.mainRecipients(), lines) : d.mainRecipients(),
                element.equals("ccRecipients") ? recipients(d.ccRecipients(), lines) : d.ccRecipients(), element.equals("body") ? text : d.body(),
                element.equals("attachments") ? annexes(d.attachments(), lines) : d.attachments(),
                element.equals("signatureNames") ? lines : d.signatureNames(), d.signers(), element.equals("annotation") ? text : d.annotation(),
                d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), d.normative(), d.important(), d.onBehalfOf(), d.answersIncoming(),
                d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(), d.governmentConsents(), d.basis(), d.neededBy(), d.copies(),
                d.firstCheck());
    }

    /** A name that was changed may be that of a body that the office knows. */
    private List<Draft.Recipient> recipients(List<Draft.Recipient> before, List<String> names) {
        return names.stream().map(name -> before.stream().filter(r -> r.name().equals(name)).findFirst().orElseGet(() ->
                new Draft.Recipient(name, organizations.byName(name.strip()).map(Organization::id).orElse(null), null))).toList();
    }

    private static List<Draft.Annex> annexes(List<Draft.Annex> before, List<String> lines) {
        List<Draft.Annex> annexes = new ArrayList<>();
        for (int n = 0; n < before.size(); n++) {
            String title = n < lines.size() ? lines.get(n).replaceFirst("^\\d+\\. ", "") : before.get(n).title();
            annexes.add(new Draft.Annex(before.get(n).no(), title, before.get(n).file()));
        }
        return annexes;
    }

    @Override
    public String elementKey(String element) {
        return element.startsWith(CheckedPaper.ATTACHED) ? "outgoing.checked.attached" : "outgoing.draft.element." + element;
    }

    @Override
    public List<Signed> signedSince(LocalDate day, int limit) {
        return jdbc.sql("select d.id, d.title, d.number, d.signed_on, r.draft " + SIGNED + " order by d.signed_on desc, d.id desc limit :limit")
                .param("day", Date.valueOf(day)).param("limit", limit)
                .query((row, n) -> new Signed(
                        row.getLong(1), row.getString(2), row.getString(3),
                        paper(json.readValue(row.getString(5), Draft.class), row.getDate(4).toLocalDate(), List.of(), Known.NOBODY)))
                .list();
    }

    @Override
    public int countSignedSince(LocalDate day) {
        return jdbc.sql("select count(*) " + SIGNED).param("day", Date.valueOf(day)).query(Integer.class).single();
    }
}
