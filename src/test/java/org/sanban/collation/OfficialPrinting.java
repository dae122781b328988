package org.sanban.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sanban.collation.GeneratedPaper.Block;
import org.sanban.layout.OpenFonts;
import org.sanban.layout.Paper;
import org.sanban.layout.Typesetting;
import org.sanban.proofing.Table;

/** Typesets a generated paper as the house itself does. What its layout writes by itself (签发人：, 附件：, 印发 …) bears no fault here. */
final class OfficialPrinting {

    private static final Typesetting TYPESETTING = OpenFonts.typesetting();

    private final List<Block> blocks;
    private boolean possible = true;

    private OfficialPrinting(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** @param format 0 PDF, 1 OFD, 2 DOCX; empty where a fault lies in what the layout writes by itself */
    static Optional<byte[]> of(List<Block> blocks, int format) {
        OfficialPrinting printing = new OfficialPrinting(blocks);
        Paper paper = printing.paper();
        return !printing.possible ? Optional.empty() : Optional.of(switch (format) {
            case 0 -> TYPESETTING.pdf(TYPESETTING.set(paper), "");
            case 1 -> TYPESETTING.ofd(TYPESETTING.set(paper), "");
            default -> TYPESETTING.docx(paper);
        });
    }

    private Paper paper() {
        String mark = one(Element.MARK);
        List<Block> imprint = all(Element.IMPRINT, 0);
        List<Block> notes = all(Element.ATTACHMENT_NOTES, 0);
        List<String> attachments = new ArrayList<>();
        for (int n = 0; n < notes.size(); n++) {
            attachments.add(within(notes.get(n).text(), (n == 0 ? "附件：" : "") + (notes.size() == 1 ? "" : n + 1 + "."), ""));
        }
        List<Paper.Annex> annexes = new ArrayList<>();
        for (int no = 1; no <= attachments.size(); no++) {
            List<Block> annex = all(Element.ATTACHMENT, no);
            if (!annex.isEmpty()) {
                possible &= annex.getFirst().text().equals("附件" + (attachments.size() == 1 ? "" : no));
                annexes.add(new Paper.Annex(attachments.size() == 1 ? 0 : no, annex.get(1).text(), body(annex.subList(2, annex.size())), false));
            }
        }
        String annotation = one(Element.ANNOTATION);
        within(annotation, "（", "）");
        String signer = one(Element.SIGNERS);
        return Paper.of(Paper.Format.DOCUMENT)
                .mark(List.of(mark.substring(0, mark.length() - 2)), mark.substring(mark.length() - 2))
                .head("", one(Element.URGENCY)).number(one(Element.NUMBER))
                .signers(signer.isEmpty() ? List.of() : List.of(within(signer, "签发人：", "")))
                .title(one(Element.TITLE)).recipients(one(Element.ADDRESSEES)).body(body(all(Element.BODY, 0))).attachments(attachments)
                .closing(Paper.Sealing.SEAL, List.of(one(Element.SIGNATURE)), one(Element.DATE)).annotation(annotation).annexes(annexes)
                .imprint(within(one(Element.COPIES), "抄送：", "。"), imprint.getFirst().text(), within(imprint.getLast().text(), "", "印发"))
                .build();
    }

    private String one(Element element) {
        return all(element, 0).stream().findFirst().map(Block::text).orElse("");
    }

    private List<Block> all(Element element, int no) {
        return blocks.stream().filter(block -> block.element() == element && block.no() == no).toList();
    }

    /** What stands between the words of the layout's own. */
    private String within(String text, String before, String after) {
        boolean stands = text.startsWith(before) && text.endsWith(after) && text.length() > before.length() + after.length();
        possible &= stands;
        return stands ? text.substring(before.length(), text.length() - after.length()) : text;
    }

    private static List<Paper.Block> body(List<Block> blocks) {
        List<Paper.Block> body = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Block block : blocks) {
            if (Table.isRow(block.text())) {
                rows.add(Table.cells(block.text()));
            } else {
                body.add(Paper.Text.of(block.text()));
            }
        }
        if (!rows.isEmpty()) {
            body.add(new Paper.Table(rows, 0));
        }
        return body;
    }
}
