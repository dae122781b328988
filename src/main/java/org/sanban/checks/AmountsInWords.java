package org.sanban.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts in words and the same in figures beside them (大写金额): they agree. */
record AmountsInWords(List<Pattern> forms, String digits, String tens, String units, List<String> cents, List<String> scales) implements Look {

    /**
     * Settings: {@code forms}, patterns with groups {@code words}, {@code figure} and {@code scale}; {@code digits} from nought, {@code tens} from ten
     * on (拾佰仟), {@code units} (万亿), {@code cents} (角分), {@code scales} of figures (万、亿).
     */
    static Look of(Settings settings) {
        return new AmountsInWords(
                settings.words("forms").stream().map(Pattern::compile).toList(), settings.text("digits"), settings.text("tens"),
                settings.text("units"), settings.words("cents"), settings.words("scales"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        for (Pattern form : forms) {
            Matcher found = form.matcher(text.text());
            while (found.find()) {
                BigDecimal figure = new BigDecimal(found.group("figure").replaceAll("[,，]", "")).multiply(scale(found.group("scale")));
                Optional<BigDecimal> words = value(found.group("words"));
                if (words.isEmpty()) {
                    flaws.add(Flaw.at(found.start("words"), found.end("words")).saying("amounts.unreadable", found.group("words")));
                } else if (words.get().compareTo(figure) != 0) {
                    flaws.add(Flaw.at(found.start(), found.end())
                            .saying("amounts.differ", found.group("words"), words.get().stripTrailingZeros().toPlainString(), figure.toPlainString()));
                }
            }
        }
        return flaws;
    }

    private BigDecimal scale(String word) {
        int at = scales.indexOf(word);
        return at < 0 ? BigDecimal.ONE : BigDecimal.TEN.pow(4 * (at + 1));
    }

    /** Empty where it is no amount a clerk would write. */
    Optional<BigDecimal> value(String words) {
        BigDecimal whole = BigDecimal.ZERO;
        long section = 0;
        long digit = 0;
        BigDecimal small = BigDecimal.ZERO;
        for (int n = 0; n < words.length(); n++) {
            String sign = words.substring(n, n + 1);
            if (digits.contains(sign)) {
                digit = digits.indexOf(sign);
            } else if (tens.contains(sign)) {
                section += Math.max(1, digit) * (long) Math.pow(10, tens.indexOf(sign) + 1);
                digit = 0;
            } else if (units.contains(sign)) {
                whole = whole.add(BigDecimal.valueOf(section + digit)).multiply(units.indexOf(sign) == 0 ? BigDecimal.valueOf(10_000) : BigDecimal.ONE);
                if (units.indexOf(sign) == 1) {
                    whole = whole.multiply(BigDecimal.valueOf(100_000_000));
                }
                section = 0;
                digit = 0;
            } else if (cents.contains(sign)) {
                small = small.add(BigDecimal.valueOf(digit, cents.indexOf(sign) + 1));
                digit = 0;
            } else if (sign.isBlank()) {
                return Optional.empty();
            } else {
                section += digit;
                digit = 0;
            }
        }
        return Optional.of(whole.add(BigDecimal.valueOf(section + digit)).add(small));
    }
}
