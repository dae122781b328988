package org.sanban.workflow.spi;

import java.util.List;

/** What belongs into the archive with a subject of one kind (归档材料清单). A bean a kind. */
public interface ArchiveSet {

    String kind();

    /** The pieces that must or may be there, with whether they are. */
    List<Piece> pieces(long subjectId);

    /** What the archive writes on its list (归档文件目录). */
    Description describe(long subjectId);

    /** @param key message key of the piece's name */
    record Piece(String key, boolean required, boolean present) {}

    /**
     * @param responsible 责任者
     * @param year of the document
     * @param organ code of the unit the item is filed under
     * @param pages counted so far, 0 where unknown
     */
    record Description(String title, String number, String responsible, java.time.LocalDate date, int year, String organ, int pages, String docType, String owner) {}
}
