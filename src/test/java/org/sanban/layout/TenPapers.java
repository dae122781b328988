package org.sanban.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sanban.layout.Paper.Format;
import org.sanban.layout.Paper.Sealing;

/** The ten layouts that a renderer must master (domain.md §4.7). Everything in them is fictional. */
final class TenPapers {

    static final String PROVINCE = "云岭省人民政府";
    static final String OFFICE = "云岭省人民政府办公厅";
    private static final String SENTENCE = "各地区、各部门要高度重视，明确责任分工，细化工作措施，确保2026年12月31日前全面完成各项任务，并将落实情况及时报送省政府办公厅。";
    private static final String COPIES = "省委各部门，省人大常委会办公厅，省政协办公厅，省法院，省检察院，云岭军区";

    private TenPapers() {}

    static Map<String, Paper> all() {
        Map<String, Paper> all = new LinkedHashMap<>();
        all.put("1 notice", notice());
        all.put("2 upward", upward());
        all.put("3 long title", longTitle());
        all.put("4 many recipients", manyRecipients());
        all.put("5 joint seals", joint());
        all.put("6 letter", letter());
        all.put("7 minutes", minutes());
        all.put("8 long date", longDate());
        all.put("9 across", across());
        all.put("10 no room", noRoom());
        return all;
    }

    static Paper notice() {
        return document("云岭省人民政府办公厅关于做好岁末年初安全生产工作的通知", 2)
                .head("000001", "特急")
                .attachments(List.of("岁末年初安全生产重点任务分工表"))
                .annotation("此件公开发布")
                .build();
    }

    static Paper upward() {
        return document("云岭省人民政府关于申请设立岭北国家级新区的请示", 9)
                .mark(List.of(PROVINCE), "文件").number("云政〔2026〕18号").signers(List.of("闻修远", "祝长青", "霍润田"))
                .recipients("国务院：").closing(Sealing.SEAL, List.of(PROVINCE), "2026年11月28日")
                .annotation("联系人：卓明川，联系电话：000-12345678").build();
    }

    static Paper longTitle() {
        return document("云岭省人民政府办公厅关于转发省发展改革委《云岭省推进物流枢纽高质量发展行动方案（2026—2028年）》的通知", 4).build();
    }

    static Paper manyRecipients() {
        String names = IntStream.rangeClosed(1, 40).mapToObj(n -> "第" + n + "管理委员会").collect(Collectors.joining("，"));
        return document("云岭省人民政府办公厅关于印发会议安排的通知", 5).recipients(names + "：").build();
    }

    static Paper joint() {
        List<String> bodies = List.of("云岭省教育厅", "云岭省财政厅", "云岭省水利厅", "云岭省商务厅");
        return document("云岭省教育厅等4部门关于联合开展节水教育活动的通知", 4)
                .mark(bodies, "文件").number("云教发〔2026〕21号")
                .closing(Sealing.SEAL, bodies, "2026年3月5日").build();
    }

    static Paper letter() {
        return Paper.of(Format.LETTER).mark(List.of(OFFICE), "").number("云政办函〔2026〕112号").head("", "加急")
                .title("云岭省人民政府办公厅关于同意调整岭北机场净空保护区范围的函").recipients("丰岭市人民政府：")
                .body(body(8)).closing(Sealing.SEAL, List.of(OFFICE), "2026年11月8日")
                .imprint("省交通运输厅，省自然资源厅", "", "").build();
    }

    static Paper minutes() {
        String forty = IntStream.range(0, 40).mapToObj(n -> "闻" + "修长春和若明川谷青润田远祝".charAt(n % 13) + "平安康宁".charAt(n / 13)).collect(Collectors.joining("　"));
        return Paper.of(Format.MINUTES).mark(List.of("云岭省人民政府常务会议纪要"), "").number("〔2026〕第31期")
                .body(body(6)).rolls(List.of(new Paper.Roll("出席：", forty), new Paper.Roll("请假：", "蔺春和　殷若谷"), new Paper.Roll("列席：", "各处室主要负责人")))
                .imprint(COPIES, OFFICE, "2026年11月26日").build();
    }

    static Paper longDate() {
        return document("云岭省政府办公厅关于值班安排的通知", 2).closing(Sealing.PLAIN, List.of("省府办"), "2026年11月28日").build();
    }

    static Paper across() {
        return across(true);
    }

    static Paper across(boolean onItsSide) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("序号", "任务", "牵头单位", "配合单位", "完成时限", "备注"));
        IntStream.rangeClosed(1, 30).forEach(n -> rows.add(List.of(
                String.valueOf(n), "第" + n + "项：完善应急预案并组织一次全流程演练", "省应急管理厅", "省水利厅、省气象局", "2026年12月" + (n % 28 + 1) + "日", "每月报送进展")));
        return document("云岭省人民政府办公厅关于印发任务分工表的通知", 5)
                .attachments(List.of("任务分工表"))
                .annexes(List.of(new Paper.Annex(0, "任务分工表", List.of(new Paper.Table(rows, 0)), onItsSide))).build();
    }

    /** As long as leaves the signature no room on the page where the body ends. */
    static Paper noRoom() {
        return document("云岭省人民政府办公厅关于开展年度检查的通知", 1).body(blocks(IntStream.range(0, 24).mapToObj(n -> SENTENCE.substring(0, 40) + "。").toList())).build();
    }

    /** An order (令) with the stamp of the head's signature (签名章). */
    static Paper order() {
        return Paper.of(Format.ORDER).mark(List.of(PROVINCE), "").number("第128号")
                .body(blocks(List.of("《云岭省公文处理规定》已经2026年11月20日省政府第31次常务会议通过，现予公布，自2027年1月1日起施行。")))
                .closing(Sealing.STAMP, List.of("省长"), "2026年11月28日").build();
    }

    private static Paper.Builder document(String title, int paragraphs) {
        return Paper.of(Format.DOCUMENT).mark(List.of(OFFICE), "文件").number("云政办发〔2026〕36号").title(title)
                .recipients("各市、州人民政府，省政府各部门：").body(body(paragraphs))
                .closing(Sealing.SEAL, List.of(OFFICE), "2026年11月28日").imprint(COPIES, OFFICE, "2026年11月28日");
    }

    private static List<Paper.Block> body(int paragraphs) {
        List<String> texts = new ArrayList<>();
        for (int n = 0; n < paragraphs; n++) {
            texts.add(switch (n % 4) {
                case 0 -> "为深入贯彻落实安全生产工作部署，现就有关事项通知如下。" + SENTENCE;
                case 1 -> "一、压实工作责任。" + SENTENCE;
                case 2 -> "（一）加强组织领导。" + SENTENCE + SENTENCE;
                default -> "1.建立台账。" + SENTENCE;
            });
        }
        return blocks(texts);
    }

    private static List<Paper.Block> blocks(List<String> texts) {
        List<Paper.Block> blocks = new ArrayList<>();
        int at = 0;
        for (String text : texts) {
            int level = Arrays.asList("一、", "（一）", "1.").indexOf(text.replaceFirst("^(一、|（一）|1\\.).*", "$1")) + 1;
            blocks.add(new Paper.Text(text, level, level == 0 ? 0 : text.indexOf('。') + 1, at));
            at += text.length() + 1;
        }
        return blocks;
    }
}
