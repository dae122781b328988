package org.sanban.archive;

/**
 * The code of an item (档号): {@code 全宗号-门类·年度-保管期限-机构-件号}, e.g. {@code Y001-WS·2026-D30-BWC-0017} (DA/T 22-2015).
 *
 * @param organ 机构（问题）, three letters or digits
 * @param item 件号, runs within the lowest class
 */
public record ArchiveCode(String fonds, String category, int year, Retention retention, String organ, int item) {

    @Override
    public String toString() {
        return "%s-%s·%04d-%s-%s-%04d".formatted(fonds, category, year, retention, organ, item);
    }
}
