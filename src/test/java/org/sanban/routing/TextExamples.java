package org.sanban.routing;

import static org.sanban.routing.Paper.notice;
import static org.sanban.routing.Paper.report;
import static org.sanban.routing.Paper.request;
import static org.sanban.routing.RoutingRulesTests.block;
import static org.sanban.routing.RoutingRulesTests.warn;

import java.util.stream.Stream;
import org.sanban.routing.RoutingRulesTests.Example;

/** What the text says and how. */
final class TextExamples {

    private TextExamples() {}

    static Stream<Example> all() {
        return Stream.of(matters(), quotations(), levels(), names()).flatMap(s -> s);
    }

    private static Stream<Example> matters() {
        return Stream.of(
                block("R-01", "a request asks for two things in two sentences", "body", "有 2 句提出请求",
                        request().body("恳请国务院支持引水工程。\n恳请国务院安排项目资金。\n妥否，请批示。"),
                        request().body("恳请国务院支持引水工程，并安排项目资金。\n妥否，请批示。")),
                block("R-01", "a request asks for something else along with it", "body", "一并请示",
                        request().body("恳请支持引水工程，资金事项一并请示。"), request().body("恳请支持引水工程，资金事项另行报告。")),
                block("R-04", "a report asks for money", "body", "恳请省政府安排",
                        report().body("现将情况报告如下。\n恳请省政府安排资金3200万元。"), report().body("现将情况报告如下。\n已安排资金3200万元。")),
                block("R-04", "a report ends like a request", "body", "妥否",
                        report().body("现将情况报告如下。\n妥否，请批示。"), report().body("现将情况报告如下。\n特此报告。")));
    }

    private static Stream<Example> quotations() {
        return Stream.of(
                warn("R-23", "the number stands before the title", "body", "写在标题之前",
                        notice().body("根据岭政发〔2026〕5号《关于做好防汛工作的通知》要求执行。"),
                        notice().body("根据《关于做好防汛工作的通知》（岭政发〔2026〕5号）要求执行。")),
                warn("R-23", "a number is quoted without a title", "body", "没有标题",
                        notice().body("按照岭政发〔2026〕5号文件执行。"),
                        notice().body("《关于做好防汛工作的通知》（岭政发〔2026〕5号）印发以来，各地按照岭政发〔2026〕5号文件执行。")),
                warn("R-23", "a quoted year stands in square brackets", "body", "岭政发[2026]5号",
                        notice().body("根据《关于做好防汛工作的通知》（岭政发[2026]5号）执行。"),
                        notice().body("根据《关于做好防汛工作的通知》（岭政发〔2026〕5号）执行。")));
    }

    private static Stream<Example> levels() {
        return Stream.of(
                warn("R-24", "the second item is missing", "body", "“三、”序号不连续，此处应为第 2 项",
                        notice().body("通知如下。\n一、甲。\n三、丙。"), notice().body("通知如下。\n一、甲。\n二、丙。")),
                warn("R-24", "an item comes twice under a new heading", "body", "“（二）”序号不连续",
                        notice().body("一、甲。\n（一）甲。\n二、乙。\n（二）乙。"), notice().body("一、甲。\n（一）甲。\n二、乙。\n（一）乙。")),
                warn("R-24", "a deep level follows the first", "body", "“（1）”用错了层次",
                        notice().body("一、甲。\n（1）甲。"), notice().body("一、甲。\n（一）甲。\n1.甲。\n（1）甲。")),
                warn("R-24", "the first level is written in brackets", "body", "“（一）”用错了层次",
                        notice().body("通知如下。\n（一）甲。"), notice().body("通知如下。\n一、甲。")),
                warn("R-24", "a digit is followed by the wrong mark", "body", "“1、”写法不规范",
                        notice().body("一、甲。\n1、甲。"), notice().body("一、甲。\n1.甲。")),
                warn("R-24", "brackets are followed by a mark", "body", "“（一）、”写法不规范",
                        notice().body("一、甲。\n（一）、甲。"), notice().body("一、甲。\n（一）甲。")),
                warn("R-24", "the twelfth item stands where the eleventh is due", "body", "应为第 11 项",
                        notice().body(numbered("十二、")), notice().body(numbered("十一、"))));
    }

    private static String numbered(String last) {
        return Stream.of("一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、", last).reduce("", (a, b) -> a + b + "甲。\n");
    }

    private static Stream<Example> names() {
        return Stream.of(
                warn("R-27", "a fixed phrase is bent", "body", "稳中求进总基调",
                        notice().body("坚持稳中求进总基调。"), notice().body("坚持稳中求进工作总基调。")),
                warn("R-27", "leaders are named out of order", "body", "“霍润田”排在“傅砚秋”之前",
                        notice().body("霍润田副省长、傅砚秋常务副省长出席。"), notice().body("傅砚秋常务副省长、霍润田副省长出席。")),
                warn("R-28", "a department that is not in the directory", "body", "省水务厅",
                        notice().body("由省水务厅会同省财政厅负责。"), notice().body("由省水利厅会同省财政厅负责，向省人民政府报告。")),
                warn("R-28", "a city that is not in the directory", "body", "河源市人民政府",
                        notice().body("请河源市人民政府落实。"), notice().body("请澄川市人民政府、各市人民政府和有关县人民政府落实。")),
                warn("R-28", "a department that was abolished", "body", "省物资局",
                        notice().body("由省物资局负责。"), notice().body("由省气象局负责。")),
                warn("R-28", "an addressee that is not in the directory", "mainRecipients", "云岭省水务厅",
                        notice().toName("云岭省水务厅"), notice().toName("省直各部门")));
    }
}
