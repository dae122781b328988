package org.sanban.layout;

import java.util.List;

/**
 * An official paper as it is to be printed (GB/T 9704-2012). Empty texts and lists mean that the element is not there.
 *
 * @param markNames the body or bodies in the mark (发文机关标志), the lead first; for minutes the whole mark
 * @param markEnd what follows the names (文件, 令); empty for what the house has for the format
 * @param copyNo 份号, six digits
 * @param urgency 紧急程度 as printed
 * @param number 发文字号, 令号 or 期号 as printed
 * @param signers 签发人; with them the paper is printed as one that goes upward
 * @param recipients 主送机关 in one text, with its colon
 * @param attachments names in 附件说明, in order
 * @param closing 署名, 日期 and what is put on them
 * @param annotation 附注 with or without its brackets
 * @param rolls lists of minutes (出席, 请假, 列席), in order
 * @param copies 抄送 in one text, without label and full stop
 * @param printer 印发机关, {@code printed}: 印发日期 without the word itself
 */
public record Paper(
        Format format, List<String> markNames, String markEnd, String copyNo, String urgency, String number, List<String> signers, String title,
        String recipients, List<Block> body, List<String> attachments, Closing closing, String annotation, List<Roll> rolls, List<Annex> annexes,
        String copies, String printer, String printed) {

    /** 公文, 信函, 命令(令), 纪要. */
    public enum Format {
        DOCUMENT,
        LETTER,
        ORDER,
        MINUTES
    }

    /** What the body is made of. {@code at} is where it begins in its element. */
    public sealed interface Block {
        int at();
    }

    /**
     * A paragraph.
     *
     * @param level 0 for text, 1 to 4 for 一、 （一） 1. （1）
     * @param headingTo where its heading ends, in chars of the text; 0 without one
     */
    public record Text(String text, int level, int headingTo, int at) implements Block {
        public static Text of(String text) {
            return new Text(text, 0, 0, 0);
        }
    }

    /** A table, the first row its head. */
    public record Table(List<List<String>> rows, int at) implements Block {}

    /** What stands on the date: 印章, nothing, 签名章; minutes bear neither. */
    public enum Sealing {
        SEAL,
        PLAIN,
        STAMP,
        NONE
    }

    /**
     * @param names 署名, in order; for a stamp the titles of the persons (职务)
     * @param date 成文日期 as printed
     */
    public record Closing(Sealing sealing, List<String> names, String date) {}

    /** A list of persons in minutes: {@code label} with its colon. */
    public record Roll(String label, String names) {}

    /**
     * 附件.
     *
     * @param number 0 where there is only one
     * @param across on pages that lie on their side
     */
    public record Annex(int number, String title, List<Block> body, boolean across) {}

    /** With everything still to be said; see {@link Builder}. */
    public static Builder of(Format format) {
        return new Builder(format);
    }

    /** Says the elements of a paper one by one. */
    public static final class Builder {

        private final Format format;
        private List<String> markNames = List.of();
        private String markEnd = "";
        private String copyNo = "";
        private String urgency = "";
        private String number = "";
        private List<String> signers = List.of();
        private String title = "";
        private String recipients = "";
        private List<Block> body = List.of();
        private List<String> attachments = List.of();
        private Closing closing = new Closing(Sealing.NONE, List.of(), "");
        private String annotation = "";
        private List<Roll> rolls = List.of();
        private List<Annex> annexes = List.of();
        private String copies = "";
        private String printer = "";
        private String printed = "";

        private Builder(Format format) {
            this.format = format;
        }

        public Builder mark(List<String> names, String end) {
            markNames = List.copyOf(names);
            markEnd = end;
            return this;
        }

        public Builder head(String copies, String howUrgent) {
            copyNo = copies;
            urgency = howUrgent;
            return this;
        }

        public Builder number(String text) {
            number = text;
            return this;
        }

        public Builder signers(List<String> names) {
            signers = List.copyOf(names);
            return this;
        }

        public Builder title(String text) {
            title = text;
            return this;
        }

        public Builder recipients(String text) {
            recipients = text;
            return this;
        }

        public Builder body(List<Block> blocks) {
            body = List.copyOf(blocks);
            return this;
        }

        public Builder attachments(List<String> names) {
            attachments = List.copyOf(names);
            return this;
        }

        public Builder closing(Sealing sealing, List<String> names, String date) {
            closing = new Closing(sealing, List.copyOf(names), date);
            return this;
        }

        public Builder annotation(String text) {
            annotation = text;
            return this;
        }

        public Builder rolls(List<Roll> lists) {
            rolls = List.copyOf(lists);
            return this;
        }

        public Builder annexes(List<Annex> all) {
            annexes = List.copyOf(all);
            return this;
        }

        public Builder imprint(String copied, String by, String on) {
            copies = copied;
            printer = by;
            printed = on;
            return this;
        }

        public Paper build() {
            return new Paper(
                    format, markNames, markEnd, copyNo, urgency, number, signers, title, recipients, body, attachments, closing, annotation, rolls,
                    annexes, copies, printer, printed);
        }
    }
}
