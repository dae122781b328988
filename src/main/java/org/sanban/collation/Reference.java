package org.sanban.collation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sanban.proofing.Table;

/**
 * The text that a proof has to say, by element, in the order in which it is printed.
 *
 * @param parts running text as paragraphs; other elements as pieces that may stand in any order among their neighbours
 * @param partial the proof says more than this, before, between and after the elements; that is not told
 */
public record Reference(List<Part> parts, boolean partial) {

    /**
     * An element of the text.
     *
     * @param no which of several, from 1 (附件1, 附件2); 0 where there is one
     * @param pieces paragraphs of running text, else what is printed in one place each
     * @param optional the proof may leave it out as a whole; what is there is compared
     */
    public record Part(Element element, int no, List<String> pieces, boolean optional) {
        public Part {
            pieces = List.copyOf(pieces);
        }
    }

    public Reference {
        parts = List.copyOf(parts);
    }

    public static Builder of() {
        return new Builder();
    }

    /** A reference of running text alone. */
    public static Reference text(String text) {
        return of().flow(Element.BODY, text).done();
    }

    /** SHA-256 over all parts, 64 small hexadecimal digits. */
    public String sha256() {
        StringBuilder all = new StringBuilder("sanban reference 1 ").append(partial).append('\n');
        for (Part part : parts) {
            all.append(part.element()).append(' ').append(part.no()).append(' ').append(part.optional()).append(' ').append(part.pieces().size()).append('\n');
            part.pieces().forEach(piece -> all.append(piece.length()).append(' ').append(piece).append('\n'));
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the elements in the order in which they are printed; what is blank is left out. */
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();

        private Builder() {}

        public Builder flow(Element element, String text) {
            return flow(element, 0, text);
        }

        /** @param text paragraphs as lines, tables as {@code | a | b |} */
        public Builder flow(Element element, int no, String text) {
            return add(element, no, text.lines().map(line -> Table.isRow(line) ? String.join("\u3000", Table.cells(line)) : line).toList(), false);
        }

        public Builder piece(Element element, String... pieces) {
            return add(element, 0, List.of(pieces), false);
        }

        public Builder pieces(Element element, List<String> pieces) {
            return add(element, 0, pieces, false);
        }

        public Builder optional(Element element, String... pieces) {
            return add(element, 0, List.of(pieces), true);
        }

        private Builder add(Element element, int no, List<String> pieces, boolean optional) {
            List<String> said = pieces.stream().filter(piece -> !Normal.of(piece).isEmpty()).toList();
            if (!said.isEmpty()) {
                parts.add(new Part(element, no, said, optional));
            }
            return this;
        }

        /** Of a text that says more than this. */
        public Reference partial() {
            return new Reference(parts, true);
        }

        public Reference done() {
            return new Reference(parts, false);
        }
    }
}
