package org.sanban.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.routing.OutgoingFacts.Attachment;
import org.sanban.routing.OutgoingFacts.Cited;
import org.sanban.routing.OutgoingFacts.Countersign;
import org.sanban.routing.OutgoingFacts.Signer;

/** An outgoing paper of the sample province in the making: sound as it begins, each test spoils one thing. */
final class Paper {

    static final LocalDate TODAY = LocalDate.of(2026, 5, 25);
    static final SampleDirectory BODIES = new SampleDirectory();
    private static final List<String> LEADERS = SampleDirectory.leaders();

    DocType type = DocType.NOTICE;
    Direction direction = Direction.DOWN;
    Medium medium = Medium.PAPER;
    boolean normative;
    boolean important;
    Body issuer = BODIES.of("ORG-YL");
    final List<Body> joint = new ArrayList<>();
    final List<Recipient> main = new ArrayList<>();
    final List<Recipient> cc = new ArrayList<>();
    String title = "";
    String body = "";
    List<String> notes = List.of();
    List<Attachment> attachments = List.of();
    List<String> signatures = List.of("云岭省人民政府");
    String annotation = "";
    @Nullable String number = "岭政发〔2026〕8号";
    String urgency = "";
    String secrecy = "NONE";
    @Nullable Openness openness = Openness.PROACTIVE;
    @Nullable String reason;
    final List<Signer> signers = new ArrayList<>(List.of(new Signer("贺兰舟", true)));
    final List<Countersign> countersigns = new ArrayList<>();
    boolean legalReview;
    LocalDate today = TODAY;
    @Nullable LocalDate issuedOn = TODAY;
    @Nullable LocalDate approvedOn = TODAY;
    @Nullable LocalDate neededBy;
    @Nullable Cited answers;
    @Nullable Cited forwards;
    boolean ownOpinion;
    boolean instruction;
    boolean consents;

    static Paper notice() {
        return new Paper()
                .title("云岭省人民政府关于做好防汛工作的通知")
                .body("为做好防汛工作，现就有关事项通知如下。\n一、落实责任。\n二、加强值守。")
                .to("ORG-CC");
    }

    static Paper request() {
        Paper paper = new Paper()
                .title("云岭省人民政府关于支持引水工程的请示")
                .body("工程前期工作量大，恳请国务院支持将该工程列入工作计划。\n妥否，请批示。")
                .to("ORG-GWY");
        paper.type = DocType.REQUEST;
        paper.direction = Direction.UP;
        return paper.number("岭政〔2026〕5号");
    }

    static Paper report() {
        Paper paper = request().title("云岭省人民政府关于汛前检查情况的报告").body("现将检查情况报告如下。\n特此报告。");
        paper.type = DocType.REPORT;
        return paper;
    }

    static Paper reply() {
        Paper paper = notice()
                .title("云岭省人民政府关于同意设立港区的批复")
                .body("你市《关于设立港区的请示》（澄政〔2026〕18号）收悉。现批复如下。");
        paper.type = DocType.REPLY;
        paper.answers = new Cited("澄政〔2026〕18号", "澄川市人民政府关于设立港区的请示", true);
        return paper;
    }

    static Paper meetingNotice() {
        return notice()
                .title("云岭省人民政府关于召开防汛工作会议的通知")
                .body("会议定于5月29日（星期五）上午9时召开。\n地点：第一会议室。\n联系人：费稼轩，电话：000-0000-6141。");
    }

    Paper title(String words) {
        title = words;
        return this;
    }

    Paper body(String words) {
        body = words;
        return this;
    }

    Paper annotation(String words) {
        annotation = words;
        return this;
    }

    Paper number(@Nullable String words) {
        number = words;
        return this;
    }

    Paper urgency(String words) {
        urgency = words;
        return this;
    }

    Paper secrecy(String words) {
        secrecy = words;
        return this;
    }

    Paper from(String code) {
        issuer = BODIES.of(code);
        return this;
    }

    Paper with(String code) {
        joint.add(BODIES.of(code));
        return this;
    }

    Paper to(String... codes) {
        main.clear();
        Stream.of(codes).map(Paper::recipient).forEach(main::add);
        return this;
    }

    Paper toName(String name) {
        main.clear();
        main.add(new Recipient(name, null, false));
        return this;
    }

    Paper copy(String... codes) {
        Stream.of(codes).map(Paper::recipient).forEach(cc::add);
        return this;
    }

    Paper copyName(String name) {
        cc.add(new Recipient(name, null, false));
        return this;
    }

    private static Recipient recipient(String code) {
        Body body = BODIES.of(code);
        return new Recipient(body.name(), body, false);
    }

    Paper signedAs(String name) {
        signatures = List.of(name);
        return this;
    }

    Paper signer(String name, boolean principal) {
        signers.clear();
        signers.add(new Signer(name, principal));
        return this;
    }

    Paper asked(String by, Countersign.Answer answer, boolean arbitrated) {
        countersigns.add(new Countersign(by, answer, arbitrated));
        return this;
    }

    Paper listed(String... names) {
        notes = List.of(names);
        return this;
    }

    Paper attached(String... titles) {
        attachments = Stream.of(titles).map(name -> new Attachment(name, null)).toList();
        return this;
    }

    Paper attachedText(String name, String text) {
        notes = List.of(name);
        attachments = List.of(new Attachment(name, text));
        return this;
    }

    Paper open(@Nullable Openness chosen, @Nullable String because) {
        openness = chosen;
        reason = because;
        return this;
    }

    /** Sets whatever has no method of its own. */
    Paper but(Consumer<Paper> change) {
        change.accept(this);
        return this;
    }

    OutgoingFacts facts() {
        return new OutgoingFacts(
                new OutgoingFacts.Kind(type, direction, medium, normative, important),
                new OutgoingFacts.Parties(issuer, joint, main, cc),
                new OutgoingFacts.Words(title, body, notes, attachments, signatures, annotation),
                new OutgoingFacts.Marks(number, urgency, secrecy, openness, reason),
                new OutgoingFacts.Signing(signers, countersigns, legalReview),
                new OutgoingFacts.Days(today, issuedOn, approvedOn, approvedOn, neededBy),
                new OutgoingFacts.Grounds(answers, forwards, ownOpinion, instruction, consents),
                new OutgoingFacts.Office(LEADERS, (from, to) -> from.datesUntil(to).filter(d -> d.getDayOfWeek().getValue() < 6).count(), BODIES));
    }
}
