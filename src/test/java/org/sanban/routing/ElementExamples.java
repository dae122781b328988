package org.sanban.routing;

import static org.sanban.routing.Paper.notice;
import static org.sanban.routing.Paper.request;
import static org.sanban.routing.RoutingRulesTests.block;
import static org.sanban.routing.RoutingRulesTests.warn;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.routing.RoutingRulesTests.Example;

/** The elements of the paper. */
final class ElementExamples {

    private ElementExamples() {}

    static Stream<Example> all() {
        return Stream.concat(titlesAndNumbers(), marksAndTimes());
    }

    private static Stream<Example> titlesAndNumbers() {
        return Stream.of(
                block("R-19", "a notice has no title", "title", "没有标题", notice().title(" "), notice()),
                block("R-19", "a notice calls itself a scheme", "title", "文种“通知”",
                        notice().title("云岭省防汛工作方案"), notice().title("关于印发云岭省防汛工作方案的通知（试行）")),
                block("R-19", "a request calls itself request and report", "title", "请示报告",
                        request().title("关于支持引水工程的请示报告"), request().title("关于报送总结报告的请示")),
                block("R-20", "the paper has no number", "number", "没有发文字号", notice().number(null), notice()),
                block("R-20", "the year stands in square brackets", "number", "岭政发[2026]8号",
                        notice().number("岭政发[2026]8号"), notice().number("岭政发〔2026〕8号")),
                block("R-20", "the serial is padded", "number", "岭政发〔2026〕08号",
                        notice().number("岭政发〔2026〕08号"), notice().number("岭政发〔2026〕80号")),
                block("R-20", "a notice is numbered like an order", "number", "第8号",
                        notice().number("第8号"), notice().number("第8号").but(p -> p.type = DocType.ORDER)),
                warn("R-20", "the number bears another year than the signature", "number", "签发年份 2026 年",
                        notice().number("岭政发〔2025〕8号"), notice().number("岭政发〔2026〕8号")),
                block("R-21", "a notice goes to nobody", "mainRecipients", "须有主送机关", notice().to(), notice()),
                block("R-21", "a public notice is addressed", "mainRecipients", "不写主送机关",
                        notice().but(p -> p.type = DocType.PUBLIC_NOTICE), notice().to().but(p -> p.type = DocType.PUBLIC_NOTICE)));
    }

    private static Stream<Example> marksAndTimes() {
        return Stream.of(
                block("R-30", "the text bears a mark", "body", "秘密★",
                        notice().body("秘密★1年\n现就有关事项通知如下。"), notice().body("各单位要保守秘密。★★★级景区照此办理。")),
                block("R-30", "the element bears a grade", "secrecy", "机密", notice().secrecy("机密"), notice().secrecy("工作秘密")),
                block("R-30", "an attachment bears a mark", "attachments", "调查表",
                        notice().attachedText("调查表", "密级：机密"), notice().attachedText("调查表", "密级：无")),
                block("R-31", "openness is not chosen", "openness", "没有选择公开属性",
                        notice().open(null, null), notice().open(Openness.PROACTIVE, null)),
                block("R-31", "a paper is not open and nobody says why", "opennessReason", "没有写明理由",
                        notice().open(Openness.NOT_OPEN, " "), notice().open(Openness.NOT_OPEN, "内部管理事务")),
                block("R-33", "a paper is marked 急件", "urgency", "急件", notice().urgency("急件"), notice().urgency("特急")),
                block("R-33", "a paper is marked like a telegram", "urgency", "平急",
                        notice().urgency("平急"), notice().urgency("平急").but(p -> p.medium = Medium.TELEGRAM_PLAIN)),
                warn("R-33", "the title says urgent", "title", "紧急",
                        notice().title("关于做好防汛工作的紧急通知"), notice().title("关于做好紧急救援工作的通知")),
                warn("R-34", "the paper is needed in a week", "neededBy", "只有 5 个工作日",
                        notice().but(p -> p.neededBy = Paper.TODAY.plusDays(7)),
                        notice().but(p -> p.neededBy = Paper.TODAY.plusDays(21))),
                warn("R-34", "the paper is needed yesterday", "neededBy", "应提前 14 个工作日",
                        notice().but(p -> p.neededBy = LocalDate.of(2026, 5, 25)),
                        notice().urgency("特急").but(p -> p.neededBy = LocalDate.of(2026, 5, 25))));
    }
}
