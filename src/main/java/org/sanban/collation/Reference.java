package org.sanban.collation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sanban.proofing.Table;

/**
 * The text that a proof has to say, by element, in the order in which it is printed.
 *
 * @param parts running text as paragraphs; other elements as pieces that may stand in any order among their neighbours
 * @param partial the proof says more than this, before, between and after the elements; that is not told
 * @param otherwise the same text as it may be printed, too (main recipients down in the imprint); empty where there is one way
 * @param heads first rows of tables, which may stand again on each page that a table goes on to
 */
public record Reference(List<Part> parts, boolean partial, List<Part> otherwise, Set<String> heads) {

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
        otherwise = List.copyOf(otherwise);
        heads = Set.copyOf(heads);
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
        private final List<Part> otherwise = new ArrayList<>();
        private final Set<String> heads = new LinkedHashSet<>();

        private Builder() {}

        public Builder flow(Element element, String text) {
            return flow(element, 0, text);
        }

        /** @param text paragraphs as lines, tables as {@code | a | b |} */
        public Builder flow(Element element, int no, String text) {
            List<String> lines = new ArrayList<>();
            boolean table = false;
            for (String line : text.lines().toList()) {
                boolean row = Table.isRow(line);
                lines.add(row ? String.join("\u3000", Table.cells(line)) : line);
                if (row && !table) {
                    heads.add(lines.getLast());
                }
                table = row;
            }
            return add(element, no, lines, false);
        }

        /** The proof may have the element, said in these words, before the first of those behind it instead. To be called when all are there. */
        public Builder elsewhere(Element element, String words, Element... behind) {
            parts.stream().filter(part -> part.element() != element).forEach(otherwise::add);
            int at = 0;
            while (at < otherwise.size() && !List.of(behind).contains(otherwise.get(at).element())) {
                at++;
            }
            otherwise.add(at, new Part(element, 0, List.of(words), false));
            return this;
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
            return new Reference(parts, true, otherwise, heads);
        }

        public Reference done() {
            return new Reference(parts, false, otherwise, heads);
        }
    }
}
