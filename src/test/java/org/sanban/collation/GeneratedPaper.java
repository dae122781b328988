package org.sanban.collation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A paper made of the sentences of the sample papers: all its elements, as the signed text has them and as they are printed. */
record GeneratedPaper(List<Block> blocks) {

    /** What is printed together: a paragraph, a line of the head, a row of a table. {@code no}: which attachment. */
    record Block(Element element, int no, String text) {}

    private static final List<String> SENTENCES = new ArrayList<>();
    private static final List<String> BODIES = List.of("财政厅", "水利厅", "交通运输厅", "应急管理厅", "自然资源厅", "教育厅", "商务厅", "农业农村厅");
    private static final List<String> NAMES = List.of("闻修远", "卓明川", "祝长青", "霍润田", "蔺春和", "殷若谷");
    private static final String LEVELS = "一二三四五六七八九十";

    static {
        try (InputStream yaml = GeneratedPaper.class.getResourceAsStream("/db/sample/documents.yaml")) {
            for (JsonNode paper : new YAMLMapper().readTree(yaml).get("documents")) {
                paper.get("body").asString().lines().forEach(line -> SENTENCES.addAll(List.of(line.strip().replaceFirst("^[一二三四五六七八九十]+、", "").split("(?<=[。])"))));
            }
            SENTENCES.removeIf(sentence -> sentence.length() < 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GeneratedPaper by(Random random) {
        List<Block> blocks = new ArrayList<>();
        boolean upward = random.nextInt(4) == 0;
        String issuer = "云岭省" + one(BODIES, random);
        String about = "关于做好" + one(List.of("汛期防范", "节日值班", "物流枢纽建设", "森林防火", "政务公开"), random) + "第" + (1 + random.nextInt(90)) + "阶段工作";
        if (random.nextInt(3) == 0) {
            blocks.add(new Block(Element.URGENCY, 0, "特急"));
        }
        blocks.add(new Block(Element.MARK, 0, issuer + "文件"));
        blocks.add(new Block(Element.NUMBER, 0, "岭办发〔2026〕" + (1 + random.nextInt(400)) + "号"));
        if (upward) {
            blocks.add(new Block(Element.SIGNERS, 0, "签发人：" + one(NAMES, random)));
        }
        blocks.add(new Block(Element.TITLE, 0, issuer + about + "的" + (upward ? "请示" : "通知")));
        blocks.add(new Block(Element.ADDRESSEES, 0, upward ? "云岭省人民政府：" : "各市（州）人民政府，省直各部门："));
        body(blocks, Element.BODY, 0, 3 + random.nextInt(random.nextInt(5) == 0 ? 60 : 14), random);
        int attachments = random.nextInt(3);
        for (int n = 1; n <= attachments; n++) {
            String label = attachments == 1 ? "附件：" : n == 1 ? "附件：1." : n + ".";
            blocks.add(new Block(Element.ATTACHMENT_NOTES, 0, label + about + "任务分解表" + n));
        }
        blocks.add(new Block(Element.SIGNATURE, 0, issuer));
        blocks.add(new Block(Element.DATE, 0, "2026年" + (1 + random.nextInt(12)) + "月" + (1 + random.nextInt(28)) + "日"));
        blocks.add(new Block(Element.ANNOTATION, 0, upward ? "（联系人：" + one(NAMES, random) + "，电话：000-0000-61" + (10 + random.nextInt(80)) + "）" : "（此件公开发布）"));
        for (int n = 1; n <= attachments; n++) {
            blocks.add(new Block(Element.ATTACHMENT, n, "附件" + (attachments == 1 ? "" : n)));
            blocks.add(new Block(Element.ATTACHMENT, n, about + "任务分解表" + n));
            body(blocks, Element.ATTACHMENT, n, 2 + random.nextInt(6), random);
        }
        blocks.add(new Block(Element.COPIES, 0, "抄送：省委办公厅，省人大常委会办公厅，" + one(BODIES, random) + "。"));
        blocks.add(new Block(Element.IMPRINT, 0, issuer));
        blocks.add(new Block(Element.IMPRINT, 0, "2026年12月" + (1 + random.nextInt(28)) + "日印发"));
        return new GeneratedPaper(List.copyOf(blocks));
    }

    private static void body(List<Block> blocks, Element element, int no, int paragraphs, Random random) {
        Set<String> said = new HashSet<>();
        for (int n = 0; n < paragraphs; n++) {
            String level = n == 0 ? "" : n % 3 == 1 ? LEVELS.charAt(n / 3 % 10) + "、" : "（" + LEVELS.charAt(n % 10) + "）";
            StringBuilder text = new StringBuilder(level);
            for (int k = 0; k <= random.nextInt(4); k++) {
                text.append(one(SENTENCES, random));
            }
            text.append("全年安排").append(10 + random.nextInt(900)).append("万元。");
            if (said.add(text.substring(level.length()))) {
                blocks.add(new Block(element, no, text.toString()));
            }
        }
        for (int row = 0; element == Element.ATTACHMENT && row < 3; row++) {
            blocks.add(new Block(element, no, "| " + one(BODIES, random) + " | " + (10 + random.nextInt(900)) + " | " + one(NAMES, random) + " |"));
        }
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** What the proof has to say. */
    Reference reference() {
        Reference.Builder reference = Reference.of();
        List<Block> run = new ArrayList<>();
        for (Block block : blocks) {
            if (!run.isEmpty() && (run.getFirst().element() != block.element() || run.getFirst().no() != block.no())) {
                add(reference, run);
            }
            run.add(block);
        }
        add(reference, run);
        return reference.done();
    }

    private static void add(Reference.Builder reference, List<Block> run) {
        Block first = run.getFirst();
        List<String> texts = run.stream().map(Block::text).toList();
        if (first.element().flows()) {
            reference.flow(first.element(), first.no(), String.join("\n", texts));
        } else {
            reference.pieces(first.element(), texts);
        }
        run.clear();
    }
}
