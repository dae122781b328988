package org.sanban.proofing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.testing.Alongside;

@Alongside
class PasteTests {

    private final Paste paste = new Paste(100_000);

    @Test
    void wordsOwnNumbersAreKeptAndItsStylesAndCommentsAreNot() {
        String word = """
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
                <style><!-- p.MsoNormal {margin:0cm; font-size:16.0pt} --></style></head><body lang=ZH-CN>
                <!--StartFragment-->
                <p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>为进一步提高办文办会
                办事质量，现就有关事项通知如下。<o:p></o:p></span></p>
                <p class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
                style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>明确时限<a
                class=msocomanchor id="_anchor_1">[A1]</a><span class=MsoCommentReference>&nbsp;</span></p>
                <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>（一）<span>&nbsp; </span></span>一般文稿不超过<del
                cite="mailto:x">5</del><ins>3</ins>个工作日。</p>
                <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;</span></span></span>随到随办</p>
                <p class=MsoNormal>　　第<span style='mso-element:field-begin'></span> PAGE \\* MERGEFORMAT <span style='mso-element:field-separator'></span>3<span style='mso-element:field-end'></span>页</p>
                <script>alert(1)</script>
                <!--EndFragment-->
                <div style='mso-element:comment-list'><p>批注</p></div></body></html>""";
        assertThat(paste.html(word)).isEqualTo(
                "为进一步提高办文办会办事质量，现就有关事项通知如下。\n一、明确时限\n（一）一般文稿不超过3个工作日。\n随到随办\n第3页");
    }

    @Test
    void listsOfABrowserBecomeTheLevelsOfAPaper() {
        String html = "<ol><li>总体要求<ol><li>目标<ol><li>时限<ol><li>文稿</li><li>纪要</li></ol></li></ol></li><li>原则</li></ol></li><li><p>保障措施</p></li></ol>"
                + "<ol start=3><li>附则</li></ol><ul><li>说明</li></ul>";
        assertThat(paste.html(html)).isEqualTo("一、总体要求\n（一）目标\n1.时限\n（1）文稿\n（2）纪要\n（二）原则\n二、保障措施\n三、附则\n说明");
    }

    @Test
    void tablesBecomeLinesWithBars() {
        String html = "<p>情况如下：</p><table><tr><th>市（州）<td>隐患<td>备注<tr><td rowspan=2>雾山州<td colspan=2><p>3|4</p><p>已改</p><tr><td>&nbsp;<td>5</table><p>以上。";
        assertThat(paste.html(html)).isEqualTo("情况如下：\n| 市（州） | 隐患 | 备注 |\n| 雾山州 | 3\\|4 已改 | |\n| | | 5 |\n以上。");
        assertThat(paste.html("<table><tr><td><p>甲</p><p>乙</p></table>")).isEqualTo("甲\n乙");
    }

    @Test
    void plainTextLosesIndentsAndInvisibleCharactersAndKeepsTablesOfTabs() {
        assertThat(paste.plain("\uFEFF　　现将有关\u00AD事项\u200B通知如下。\r\n\r\n\u00A0\u00A0一、\t明确时限\r\n市州\t隐患\r\n雾山州\t3\r\n特此\u00A0通知"))
                .isEqualTo("现将有关事项通知如下。\n一、明确时限\n| 市州 | 隐患 |\n| 雾山州 | 3 |\n特此 通知");
        assertThat(paste.plain("云岭\u2F45")).isEqualTo("云岭方");
    }

    @Test
    void brokenMarkupGivesItsTextAndNoError() {
        assertThat(paste.html("<table><tr><td>甲<p>乙</table></td><ol><li>丙<<p")).contains("甲", "乙", "一、丙");
        assertThat(paste.html("")).isEmpty();
        assertThat(paste.html("<div>".repeat(5000) + "深")).isEqualTo("深");
    }

    @Test
    void anEndlessClipboardIsRefusedWithItsReason() {
        assertThatThrownBy(() -> paste.plain("甲".repeat(100_001))).isInstanceOf(Refused.class).hasMessageContaining("proofing.refusal.too-long");
    }

    @Test
    void pastingWhatWasPastedChangesNothing() {
        for (String body : Bodies.all()) {
            assertThat(paste.plain(body)).isEqualTo(body);
        }
    }
}
