package org.sanban.documents;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Grounds of return that the register entry and the text themselves suggest (退文提示). Each is shown to the person who reviews,
 * with the words it was seen by; none decides.
 */
public final class GroundHints {

    /** One line of the data file, see there. */
    record Rule(
            Ground ground, @Nullable List<DocType> types, @Nullable List<Direction> directions, @Nullable String in,
            @Nullable Pattern pattern, @Nullable String lacks, @Nullable String several, @Nullable Integer tiersBelow) {}

    /** What speaks for a ground: words that were seen, a field that is empty or says several, a sender too far below. */
    public enum Why { SEEN, LACKS, SEVERAL, TIER }

    /** @param seen the words that were found, or the sender; empty where a field is meant as a whole */
    public record Hint(Ground ground, Why why, String field, String seen) {}

    private final List<Rule> rules;
    private final int officeTier;

    /** @param officeTier 0 state to 4 township: where the office itself stands */
    GroundHints(List<Rule> rules, int officeTier) {
        this.rules = List.copyOf(rules);
        this.officeTier = officeTier;
    }

    /** @param senderTier 0 state to 4 township; null where the sender is not known */
    public List<Hint> of(Particulars p, @Nullable Integer senderTier) {
        return rules.stream().filter(r -> fits(r, p, senderTier)).map(r -> hint(r, p)).filter(h -> h != null).distinct().toList();
    }

    private boolean fits(Rule rule, Particulars p, @Nullable Integer tier) {
        return (rule.types() == null || rule.types().contains(p.docType()))
                && (rule.directions() == null || rule.directions().contains(p.direction()))
                && (rule.tiersBelow() == null || (tier != null && tier - officeTier >= rule.tiersBelow()))
                && (rule.lacks() == null || text(p, rule.lacks()).isBlank())
                && (rule.several() == null || (value(p, rule.several()) instanceof Collection<?> many && many.size() > 1));
    }

    private static @Nullable Hint hint(Rule rule, Particulars p) {
        if (rule.in() == null || rule.pattern() == null) {
            return rule.lacks() != null ? new Hint(rule.ground(), Why.LACKS, rule.lacks(), "")
                    : rule.several() != null ? new Hint(rule.ground(), Why.SEVERAL, rule.several(), "")
                    : new Hint(rule.ground(), Why.TIER, "sender", p.senderName());
        }
        Matcher found = rule.pattern().matcher(text(p, rule.in()));
        return found.find() ? new Hint(rule.ground(), Why.SEEN, rule.in(), found.group()) : null;
    }

    private static String text(Particulars p, String field) {
        return switch (value(p, field)) {
            case null -> "";
            case Collection<?> many -> String.join("\n", many.stream().map(String::valueOf).toList());
            case Object one -> one.toString();
        };
    }

    private static @Nullable Object value(Particulars p, String field) {
        return switch (field) {
            case "body" -> p.body();
            case "title" -> p.title();
            case "docNumber" -> p.docNumber();
            case "issuedOn" -> p.issuedOn();
            case "contactName" -> p.contactName();
            case "contactPhone" -> p.contactPhone();
            case "signers" -> p.signers();
            case "mainRecipients" -> p.mainRecipients();
            case "ccRecipients" -> p.ccRecipients();
            default -> throw new IllegalArgumentException("no field " + field);
        };
    }
}
