package org.sanban.reports.web;

import java.util.List;

/**
 * A bar with its number and the list it was counted from.
 *
 * @param width hundredths of the longest
 * @param note beside the number; empty for none
 */
public record Bar(String label, int count, String href, int width, String note) {

    record Plain(String label, int count, String href) {}

    static List<Bar> of(List<Plain> parts) {
        int longest = parts.stream().mapToInt(Plain::count).max().orElse(1);
        return parts.stream().map(p -> new Bar(p.label(), p.count(), p.href(), p.count() == 0 ? 0 : Math.max(1, Math.round(100f * p.count() / Math.max(1, longest))), "")).toList();
    }

    /** With the share that each and all before it make of the whole (Pareto). */
    static List<Bar> pareto(List<Plain> parts, int most) {
        int all = Math.max(1, parts.stream().mapToInt(Plain::count).sum());
        List<Bar> bars = of(parts.stream().limit(most).toList());
        int[] sum = new int[1];
        return bars.stream().map(bar -> {
            sum[0] += bar.count();
            return new Bar(bar.label(), bar.count(), bar.href(), bar.width(), Math.round(100f * sum[0] / all) + "%");
        }).toList();
    }
}
