package org.sanban.routing;

import static org.sanban.routing.Paper.notice;
import static org.sanban.routing.Paper.report;
import static org.sanban.routing.Paper.request;
import static org.sanban.routing.RoutingRulesTests.block;
import static org.sanban.routing.RoutingRulesTests.hint;

import java.util.stream.Stream;
import org.sanban.routing.OutgoingFacts.Cited;
import org.sanban.routing.OutgoingFacts.Countersign.Answer;
import org.sanban.routing.RoutingRulesTests.Example;

/** Whose word stands behind the paper. */
final class ApprovalExamples {

    private static final Cited LOWER = new Cited("澄政〔2026〕18号", "澄川市人民政府关于设立港区的请示", true);

    private ApprovalExamples() {}

    static Stream<Example> all() {
        return Stream.of(
                block("R-09", "a lower body's request is passed on bare", "ownOpinion", "澄川市人民政府关于设立港区的请示",
                        request().but(p -> p.forwards = LOWER),
                        request().but(p -> p.forwards = LOWER).body("我省认为该事项可行，恳请国务院支持。\n妥否，请批示。")),
                block("R-09", "the text itself passes a request on", "ownOpinion", "没有提出本机关意见",
                        request().body("现将澄川市的请示随文转报，恳请国务院支持。"),
                        request().body("现将澄川市的请示随文转报，恳请国务院支持。").but(p -> p.ownOpinion = true)),
                block("R-13", "a department disagrees", "countersigns", "“省财政厅”会签不同意",
                        notice().asked("省财政厅", Answer.DISAGREE, false), notice().asked("省财政厅", Answer.DISAGREE, true)),
                block("R-13", "a department has not answered", "countersigns", "尚未回复",
                        notice().asked("省财政厅", Answer.PENDING, false), notice().asked("省财政厅", Answer.NO_COMMENT, false)),
                hint("R-13", "a department wants changes", "countersigns", "修改意见",
                        notice().asked("省财政厅", Answer.AGREE_WITH_CHANGES, false), notice().asked("省财政厅", Answer.AGREE, false)),
                block("R-17", "nobody signs a report", "signers", "没有标注签发人",
                        report().but(p -> p.signers.clear()), notice().but(p -> p.signers.clear())),
                block("R-17", "a deputy signs a report", "signers", "傅砚秋",
                        report().signer("傅砚秋", false), report().signer("贺兰舟", true)),
                block("R-32", "a normative document was not reviewed", "legalReview", "合法性审核",
                        notice().but(p -> p.normative = true),
                        notice().but(p -> p.normative = true).but(p -> p.legalReview = true)));
    }
}
