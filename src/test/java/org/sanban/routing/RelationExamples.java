package org.sanban.routing;

import static org.sanban.routing.Paper.notice;
import static org.sanban.routing.Paper.report;
import static org.sanban.routing.Paper.request;
import static org.sanban.routing.RoutingRulesTests.block;
import static org.sanban.routing.RoutingRulesTests.hint;
import static org.sanban.routing.RoutingRulesTests.warn;

import java.util.stream.Stream;
import org.sanban.documents.Direction;
import org.sanban.routing.RoutingRulesTests.Example;

/** Who writes to whom. */
final class RelationExamples {

    private RelationExamples() {}

    static Stream<Example> all() {
        return Stream.of(
                block("R-02", "a request goes to two superiors", "mainRecipients", "主送了 2 个机关",
                        request().to("ORG-GWY", "STATE-WATER"), request().to("ORG-GWY").copy("STATE-WATER")),
                warn("R-02", "a report goes to two superiors", "mainRecipients", "主送了 2 个机关",
                        report().to("ORG-GWY", "STATE-WATER"), report()),
                block("R-03", "a request is copied to a city", "ccRecipients", "澄川市人民政府",
                        request().copy("ORG-CC"), request().copy("STATE-WATER")),
                block("R-03", "a request is copied to an own department", "ccRecipients", "云岭省财政厅",
                        request().copy("ORG-CZT"), request().copy("ORG-RD")),
                block("R-03", "a request is copied to the cities together", "ccRecipients", "各市（州）人民政府",
                        request().copyName("各市（州）人民政府"), request()),
                block("R-05", "a request goes to a leader", "mainRecipients", "贺兰舟省长",
                        request().toName("贺兰舟省长"), request().toName("贺兰舟省长").but(p -> p.instruction = true)),
                block("R-05", "a report is copied to a comrade", "ccRecipients", "某某同志",
                        report().copyName("某某同志"), notice().copyName("某某同志")),
                warn("R-06", "a request is signed as the governor", "signatureNames", "省长　贺兰舟",
                        request().signedAs("省长　贺兰舟"), request().signedAs("云岭省人民政府")),
                warn("R-07", "a county writes to the province", "mainRecipients", "越过了“雾山州人民政府”",
                        request().from("ORG-WD").to("ORG-YL"), request().from("ORG-WD").to("ORG-WS")),
                warn("R-07", "a department writes to the State Council", "mainRecipients", "越过了“云岭省人民政府”",
                        request().from("ORG-SLT").to("ORG-GWY"), request().from("ORG-SLT").to("STATE-WATER")),
                warn("R-07", "the province writes down to a county alone", "mainRecipients", "越过了“雾山州人民政府”",
                        notice().to("ORG-WD"), notice().to("ORG-WS", "ORG-WD")),
                warn("R-07", "a county body whose superior is not recorded writes to the province", "mainRecipients", "相隔不止一级",
                        request().from("LOOSE").to("ORG-YL"), request().from("LOOSE").to("ORG-WS")),
                hint("R-07", "the body passed over is copied", "mainRecipients", "已抄送",
                        request().from("ORG-WD").to("ORG-YL").copy("ORG-WS"), request().from("ORG-WD").to("ORG-WS")),
                hint("R-08", "a bureau under two superiors tells one of them", "ccRecipients", "国家气象主管部门",
                        report().from("ORG-QXJ").to("ORG-YL"), report().from("ORG-QXJ").to("ORG-YL").copyName("国家气象主管部门")),
                warn("R-10", "a department asks the ministry on its own", "body", "国家水利主管部门",
                        request().from("ORG-SLT").to("STATE-WATER"),
                        request().from("ORG-SLT").to("STATE-WATER").body("经云岭省人民政府同意，恳请支持该工程。\n妥否，请批示。")),
                warn("R-10", "a department reports something important on its own", "body", "国家水利主管部门",
                        report().from("ORG-SLT").to("STATE-WATER").but(p -> p.important = true),
                        report().from("ORG-SLT").to("STATE-WATER").but(p -> p.important = p.consents = true)),
                hint("R-11", "an important notice is not copied upwards", "ccRecipients", "国务院",
                        notice().but(p -> p.important = true), notice().but(p -> p.important = true).copy("ORG-GWY")),
                block("R-12", "a department instructs a city", "mainRecipients", "澄川市人民政府",
                        notice().from("ORG-SLT").to("ORG-CC"),
                        notice().from("ORG-SLT").to("ORG-CC").body("经省人民政府同意，现就有关事项通知如下。")),
                block("R-12", "a department instructs the cities together", "mainRecipients", "各市（州）人民政府",
                        notice().from("ORG-SLT").toName("各市（州）人民政府"), notice().from("ORG-SLT").toName("各市（州）水利局")),
                block("R-14", "a division writes to a department", "issuer", "办文处",
                        notice().from("BWC").to("ORG-CZT"), notice().from("ORG-YLB").to("ORG-CZT")),
                block("R-14", "a division writes to everybody", "issuer", "办文处",
                        notice().from("BWC").toName("省直各部门"), notice().from("BWC").toName("办公厅各处室")),
                hint("R-15", "the ministry of a dual-led bureau is not told", "ccRecipients", "国家气象主管部门",
                        notice().to("ORG-QXJ"), notice().to("ORG-SLT")),
                warn("R-16", "a province issues jointly with a city", "jointIssuers", "澄川市人民政府",
                        notice().with("ORG-CC"), notice().with("ORG-RD")),
                warn("R-16", "a government issues jointly with its department", "jointIssuers", "云岭省财政厅",
                        notice().with("ORG-CZT"), notice().from("ORG-SLT").with("ORG-CZT").but(p -> p.direction = Direction.LATERAL)));
    }
}
