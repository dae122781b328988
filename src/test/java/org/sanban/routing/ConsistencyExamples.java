package org.sanban.routing;

import static org.sanban.routing.Paper.meetingNotice;
import static org.sanban.routing.Paper.notice;
import static org.sanban.routing.Paper.reply;
import static org.sanban.routing.RoutingRulesTests.block;
import static org.sanban.routing.RoutingRulesTests.warn;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.sanban.routing.OutgoingFacts.Cited;
import org.sanban.routing.RoutingRulesTests.Example;

/** What must agree with something else. */
final class ConsistencyExamples {

    private static final Cited UNLINKED = new Cited("澄政〔2026〕18号", "澄川市人民政府关于设立港区的请示", false);

    private ConsistencyExamples() {}

    static Stream<Example> all() {
        return Stream.of(citations(), dates(), figures()).flatMap(s -> s);
    }

    private static Stream<Example> citations() {
        return Stream.of(
                block("R-18", "a reply answers nothing", "answersIncoming", "没有关联来文",
                        reply().but(p -> p.answers = null), notice().but(p -> p.answers = null)),
                block("R-18", "a reply names its request without a link", "answersIncoming", "没有关联来文",
                        reply().but(p -> p.answers = UNLINKED), reply()),
                block("R-18", "a reply quotes another number", "body", "澄政〔2026〕18号",
                        reply().body("你市《关于设立港区的请示》（澄政〔2026〕16号）收悉。"),
                        reply().body("你市《关于设立港区的请示》（澄政〔2026〕18号）收悉。")),
                warn("R-18", "a reply quotes a number without its title", "body", "关于设立港区的请示",
                        reply().body("你市请示（澄政〔2026〕18号）收悉。"), reply()),
                block("R-22", "one attachment of two is there", "attachmentNotes", "列了 2 件，实际有 1 件",
                        notice().listed("1.任务清单", "2.统计表").attached("任务清单"),
                        notice().listed("1.任务清单", "2.统计表").attached("任务清单", "统计表")),
                block("R-22", "an attachment is titled otherwise", "attachmentNotes", "附件 2 说明为“统计表”",
                        notice().listed("1.任务清单", "2.统计表").attached("任务清单", "情况统计表"),
                        notice().listed("附件：1.《任务清单》", "2.统计表").attached("《任务清单》", "附件2：统计表")),
                warn("R-22", "a listed name ends in a full stop", "attachmentNotes", "任务清单。",
                        notice().listed("任务清单。").attached("任务清单"), notice().listed("任务清单").attached("任务清单")),
                warn("R-22", "the text speaks of an attachment that is not there", "attachments", "没有附件",
                        notice().body("任务清单见附件。"), notice().body("任务清单见附件。").listed("任务清单").attached("任务清单")));
    }

    private static Stream<Example> dates() {
        return Stream.of(
                block("R-25", "the paper is dated tomorrow", "issuedOn", "2026-05-26",
                        notice().but(p -> p.issuedOn = Paper.TODAY.plusDays(1)), notice()),
                warn("R-25", "the paper is older than its signature", "issuedOn", "2026-05-24",
                        notice().but(p -> p.issuedOn = Paper.TODAY.minusDays(1)),
                        notice().but(p -> p.issuedOn = Paper.TODAY.minusDays(1)).but(p -> p.approvedOn = Paper.TODAY.minusDays(1))),
                block("R-25", "the text names the 31st of June", "body", "6月31日",
                        notice().body("请于6月31日前报送。"), notice().body("请于6月30日前报送。")),
                block("R-25", "a span of days ends on the 31st of June", "body", "31日",
                        notice().body("6月20日至31日开展检查。"), notice().body("7月20日至31日开展检查。")),
                warn("R-25", "a weekday in the text is wrong", "body", "应为星期五",
                        notice().body("请于5月29日（星期四）前报送。"), notice().body("请于5月29日（星期五）前报送。")),
                warn("R-25", "a span of days ends on a wrong weekday", "body", "“至31日（周日）”应为星期五",
                        notice().body("7月20日至31日（周日）开展检查。"), notice().body("7月26日（星期天）至31日（周五）开展检查。")),
                warn("R-25", "a date early next year bears this year's weekday", "body", "应为星期一",
                        notice().body("请于1月4日（星期日）前报送。").but(ConsistencyExamples::inDecember),
                        notice().body("请于1月4日（星期一）前报送。").but(ConsistencyExamples::inDecember)),
                block("R-26", "a meeting is called for the wrong weekday", "body", "应为星期五",
                        meetingNotice().body(meetingNotice().body.replace("星期五", "星期四")), meetingNotice()),
                block("R-26", "a meeting has no day", "body", "没有写明日期",
                        meetingNotice().body(meetingNotice().body.replace("5月29日（星期五）", "近日")), meetingNotice()),
                block("R-26", "a meeting has no place", "body", "没有写明地点",
                        meetingNotice().body(meetingNotice().body.replace("地点：第一会议室。\n", "")), meetingNotice()),
                block("R-26", "a meeting has nobody to call", "body", "没有联系人",
                        meetingNotice().body(meetingNotice().body.replaceAll("联系人.*", "")),
                        meetingNotice().body(meetingNotice().body.replaceAll("联系人.*", "")).annotation("（联系人：费稼轩）")),
                block("R-26", "a notice of a meeting says only that one is held", "body", "没有写明地点",
                        notice().title("关于召开防汛工作会议的通知"), notice().title("关于压缩会议纪要报审时间的通知")));
    }

    private static void inDecember(Paper paper) {
        paper.today = LocalDate.of(2026, 12, 20);
        paper.issuedOn = paper.today;
    }

    private static Stream<Example> figures() {
        return Stream.of(
                warn("R-29", "a column does not add up", "body", "合计为 31，各项相加为 30",
                        notice().body("| 市 | 件 |\n| 云州 | 10 |\n| 澄川 | 20 |\n| 合计 | 31 |"),
                        notice().body("| 市 | 件 |\n| 云州 | 10 |\n| 澄川 | 20 |\n| 合计 | 30 |")),
                warn("R-29", "a total of subtotals does not add up", "body", "合计为 61，各项相加为 60",
                        notice().body("| 项 | 数 |\n| 甲 | 10 |\n| 乙 | 20 |\n| 小计 | 30 |\n| 丙 | 10 |\n| 丁 | 20 |\n| 小计 | 30 |\n| 总计 | 61 |"),
                        notice().body("| 项 | 数 |\n| 甲 | 10 |\n| 乙 | 20 |\n| 小计 | 30 |\n| 丙 | 10 |\n| 丁 | 20 |\n| 小计 | 30 |\n| 总计 | 60 |")),
                warn("R-29", "a row does not add up", "body", "合计为 6，各项相加为 5",
                        notice().body("| 市 | 办文 | 办会 | 合计 |\n| 云州 | 2 | 3 | 6 |"),
                        notice().body("| 市 | 件数（件） | 金额（万元） | 合计（万元） |\n| 云州 | 2 | 3 | 6 |")),
                warn("R-29", "shares do not make a hundred", "body", "合计为 100%，各项相加为 90.0",
                        notice().body("| 项 | 占比 |\n| 甲 | 57.9% |\n| 乙 | 32.1% |\n| 合计 | 100% |"),
                        notice().body("| 项 | 占比 |\n| 甲 | 57.9% |\n| 乙 | 42.0% |\n| 合计 | 100% |")),
                warn("R-29", "text and attachment give two lengths", "body", "附件“项目建议书摘要”写“该工程输水线路总长168公里”",
                        notice().body("输水线路总长186公里。").attachedText("项目建议书摘要", "该工程输水线路总长168公里。"),
                        notice().body("输水线路总长约186公里。").attachedText("项目建议书摘要", "输水线路总长186公里，支线总长168公里。")),
                warn("R-29", "a table of an attachment does not add up", "attachments", "合计为 31",
                        notice().attachedText("统计表", "| 市 | 件 |\n| 云州 | 10 |\n| 澄川 | 20 |\n| 合计 | 31 |"),
                        notice().attachedText("统计表", "| 市 | 件 |\n| 云州 | 10 |\n| 澄川 | 另报 |\n| 合计 | 31 |")));
    }
}
