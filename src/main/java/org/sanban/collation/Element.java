package org.sanban.collation;

/** The elements of a paper that are compared (公文要素, domain.md §3.3), in the order in which they are printed. */
public enum Element {
    /** 紧急程度. */
    URGENCY(false),
    /** 发文机关标志. */
    MARK(false),
    /** 发文字号. */
    NUMBER(false),
    /** 签发人. */
    SIGNERS(false),
    /** 标题. */
    TITLE(true),
    /** 主送机关. */
    ADDRESSEES(true),
    /** 正文. */
    BODY(true),
    /** 附件说明. */
    ATTACHMENT_NOTES(true),
    /** 发文机关署名. */
    SIGNATURE(false),
    /** 成文日期. */
    DATE(false),
    /** 附注. */
    ANNOTATION(false),
    /** 附件. */
    ATTACHMENT(true),
    /** 抄送机关. */
    COPIES(false),
    /** 印发机关和印发日期. */
    IMPRINT(false),
    /** A list whose entries stand in any order: names, seats. */
    LIST(false),
    /** Words that belong to no element. */
    OTHER(false);

    private final boolean flows;

    Element(boolean flows) {
        this.flows = flows;
    }

    /** Running text, read from the first to the last word; the pieces of other elements may stand beside one another. */
    boolean flows() {
        return flows;
    }
}
