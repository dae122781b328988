package org.sanban.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Who holds a step of a paper and until when, from its number alone; also a bean for the expressions of the other engines. */
public final class Who {

    static final String OPINION = "同意。请按程序办理，注意时限要求。";
    static final List<String> STEPS = List.of("draft", "review", "countersign", "approve", "sign", "proofread", "seal", "dispatch", "file");
    static final List<String> NAMES = List.of("起草", "核稿", "会签", "审核", "签发", "校对", "用印", "分发", "归档");
    private static final int PEOPLE = 200;

    static String title(long no) {
        return "关于做好第" + no + "号重点工作的通知";
    }

    /** One paper in five is returned once. */
    static boolean returned(long no) {
        return Long.remainderUnsigned(mixed(no), 5) == 0;
    }

    static int person(long no, int step) {
        return (int) Long.remainderUnsigned(mixed(no * 31 + step), PEOPLE);
    }

    static Instant due(long no, int step) {
        return Instant.now().plus(Duration.ofMinutes(Long.remainderUnsigned(mixed(no * 13 + step), 7 * 24 * 60)));
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    public String holder(String no, String step) {
        return "p" + person(Long.parseLong(no), STEPS.indexOf(step));
    }

    public List<String> countersigners(String no) {
        long paper = Long.parseLong(no);
        return List.of("p" + person(paper, 20), "p" + person(paper, 21), "p" + person(paper, 22));
    }

    public Date dueOn(String no, String step) {
        return Date.from(due(Long.parseLong(no), STEPS.indexOf(step)));
    }

    /** The flow for an engine that speaks BPMN. */
    static String bpmn(String prefix, String namespace, String key) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:%1$s="%2$s" targetNamespace="sanban"><process id="flow" name="发文" isExecutable="true">
                <startEvent id="start"/><endEvent id="end"/><exclusiveGateway id="choice" default="on"/>
                <sequenceFlow id="begin" sourceRef="start" targetRef="draft"/>
                <sequenceFlow id="ask" sourceRef="approve" targetRef="choice"/>
                <sequenceFlow id="on" sourceRef="choice" targetRef="sign"/>
                <sequenceFlow id="back" sourceRef="choice" targetRef="draft">
                  <conditionExpression xsi:type="tFormalExpression">${outcome == 'back'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="finish" sourceRef="file" targetRef="end"/>
                """.formatted(prefix, namespace));
        for (int n = 0; n < STEPS.size(); n++) {
            String step = STEPS.get(n);
            boolean many = step.equals("countersign");
            xml.append("<userTask id=\"%1$s\" name=\"%2$s\" %3$s:assignee=\"${%5$s}\" %3$s:dueDate=\"${who.dueOn(%4$s,'%1$s')}\">".formatted(
                    step, NAMES.get(n), prefix, key, many ? "signer" : "who.holder(" + key + ",'" + step + "')"));
            xml.append(many ? "<multiInstanceLoopCharacteristics isSequential=\"false\" %1$s:collection=\"${who.countersigners(%2$s)}\" %1$s:elementVariable=\"signer\"/>".formatted(prefix, key) : "");
            xml.append("</userTask>\n");
            if (!step.equals("approve") && n + 1 < STEPS.size()) {
                xml.append("<sequenceFlow id=\"after-%1$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\"/>\n".formatted(step, STEPS.get(n + 1)));
            }
        }
        return xml.append("</process></definitions>").toString();
    }
}
