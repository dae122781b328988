package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in a text: consecutive lines {@code | a | b |}, a bar inside a cell written {@code \|}.
 *
 * @param from where its first line begins in the text
 * @param to where its last line ends, before the line break
 * @param columns cells of its longest row
 */
public record Table(int from, int to, List<List<String>> rows, int columns) {

    /** Has every row as many cells as the longest? */
    public boolean even() {
        return rows.stream().allMatch(row -> row.size() == columns);
    }

    /** Is this line a row of a table? */
    public static boolean isRow(String line) {
        String bare = line.strip();
        return bare.length() > 1 && bare.startsWith("|") && bare.endsWith("|") && !bare.endsWith("\\|");
    }

    /** The cells of a row, without the spaces around them. */
    public static List<String> cells(String row) {
        String bare = row.strip();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int at = 1; at < bare.length(); at++) {
            char here = bare.charAt(at);
            if (here == '\\' && at + 1 < bare.length() && bare.charAt(at + 1) == '|') {
                cell.append('|');
                at++;
            } else if (here == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(here);
            }
        }
        return List.copyOf(cells);
    }

    /** A row as it is written. Line breaks inside a cell become spaces. */
    public static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            String bare = cell.replaceAll("\\s*\\R\\s*", " ").strip();
            row.append(' ').append(bare.replace("|", "\\|")).append(bare.isEmpty() ? "|" : " |");
        }
        return row.toString();
    }
}
