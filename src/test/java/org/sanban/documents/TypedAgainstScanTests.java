package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.collation.Comparison;
import org.sanban.collation.Comparisons;
import org.sanban.collation.Element;
import org.sanban.collation.Kind;
import org.sanban.collation.PlainPrinting;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.pages.NotFound;
import org.springframework.beans.factory.annotation.Autowired;

/** What the registry typed is what the paper says: a slip is seen beside the scan, and that the scan says more is none. */
class TypedAgainstScanTests extends PaperTest {

    @Autowired
    Attachments attachments;

    @Autowired
    Comparisons comparisons;

    @Test
    void aCharacterDroppedInTypingIsSeenBesideTheScanAndGoneWhenItIsMended() {
        Particulars typed = typed("关于物流枢纽资金管理法意见的复函");
        long id = received(typed);
        long scan = scan(id, String.valueOf(typed.docNumber()));
        assertThat(comparisons.kept(ref(id), "scan")).containsEntry(scan, "扫描件.pdf");

        Comparison slip = compare(id, scan);
        assertThat(slip.differences()).singleElement().satisfies(d -> {
            assertThat(d.what().kind()).isEqualTo(Kind.EXTRA);
            assertThat(d.what().element()).isEqualTo(Element.TITLE);
            assertThat(d.what().proof().words()).isEqualTo("办");
            assertThat(d.what().page()).isEqualTo(1);
        });

        incoming.change(id, version(id), receipt(), typed("关于物流枢纽资金管理办法意见的复函", typed.docNumber()), office.actor("S008"), office.now());
        assertThat(comparisons.of(ref(id), "scan", office.actor("S008")).getFirst().current()).isFalse();
        assertThat(compare(id, scan).differences()).isEmpty();
    }

    @Test
    void onlyFilesOfThePaperItselfAreCompared() {
        Particulars typed = typed("关于物流枢纽资金管理办法意见的复函");
        long id = received(typed);
        long other = received(typed("关于物流枢纽建设用地意见的复函"));
        long foreign = scan(other, "1号");
        assertThat(comparisons.kept(ref(id), "scan")).isEmpty();
        assertThatThrownBy(() -> compare(id, foreign)).isInstanceOf(NotFound.class);
    }

    private static Particulars typed(String title) {
        return typed(title, letter().docNumber());
    }

    private static Particulars typed(String title, @org.jspecify.annotations.Nullable String number) {
        return paper(number, title, DocType.LETTER, Particulars.Kind.FOR_ACTION, UrgencyMark.NONE, Medium.PAPER);
    }

    /** The letterhead, what was typed, and a good deal that was not. */
    private long scan(long id, String number) {
        byte[] pdf = PlainPrinting.paragraphs(List.of(
                "云岭省财政厅", number, "关于物流枢纽资金管理办法意见的复函", "省政府办公厅：", "来函收悉。经研究，现提出以下意见。", "一、建议第三条增加绩效评价的内容。", "云岭省财政厅", "2026年5月15日"));
        return attachments.add(ref(id), new Upload("扫描件.pdf", new ByteArrayInputStream(pdf), Attachment.Copy.SCAN), office.actor("S008"), office.now(), request()).id();
    }

    private Comparison compare(long id, long file) {
        return comparisons.compareKept(ref(id), "scan", file, office.actor("S008"), office.now(), request());
    }

    private int version(long id) {
        return inTransaction(() -> papers.one(id).version);
    }
}
