package org.sanban.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percentages that a text lets one work out again (百分比): growth from one figure to another, the share of a part in a whole. */
record Rates(List<Pattern> forms, BigDecimal slack) implements Look {

    /**
     * Settings: {@code forms}, patterns with groups {@code rate} and either {@code from} and {@code until} or {@code part} and {@code whole};
     * {@code slack}, thousandths by which a rate may be off beside its own rounding.
     */
    static Look of(Settings settings) {
        return new Rates(settings.words("forms").stream().map(Pattern::compile).toList(), BigDecimal.valueOf(settings.number("slack"), 1));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        for (Pattern form : forms) {
            Matcher found = form.matcher(text.text());
            while (found.find()) {
                rate(found, form.namedGroups().containsKey("whole"), flaws);
            }
        }
        return flaws;
    }

    private void rate(Matcher found, boolean share, List<Flaw> flaws) {
        BigDecimal said = number(found.group("rate"));
        BigDecimal base = number(found.group(share ? "whole" : "from"));
        BigDecimal other = number(found.group(share ? "part" : "until"));
        if (base.signum() == 0) {
            return;
        }
        BigDecimal exact = (share ? other : other.subtract(base).abs())
                .multiply(BigDecimal.valueOf(100)).divide(base, 6, RoundingMode.HALF_UP);
        BigDecimal rounding = BigDecimal.valueOf(5, said.scale() + 1).add(slack);
        if (exact.subtract(said).abs().compareTo(rounding) > 0) {
            String right = exact.setScale(said.scale(), RoundingMode.HALF_UP).toPlainString();
            flaws.add(Flaw.at(found.start("rate"), found.end("rate")).saying("rates.off", found.group("rate"), right));
        }
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replaceAll("[,，]", ""));
    }
}
